import { defineStream } from '../message/stream.ts';

/** One party organisation, with the appointments in it. Those above a territory are not read of in it, nor listed. */
export const partyOrgStream = defineStream({
  name: 'party-org',
  reader: 'organization.read',
  reach: 'within',
  key: ['orgId'],
});

/** One person (人员). */
export const personStream = defineStream({ name: 'person', reader: 'nobody', key: ['personId'] });

/** One account: its username is its id. */
export const accountStream = defineStream({ name: 'account', reader: 'nobody', key: ['username'] });

/** One region above the grids (区划), by its code. Who may see a place may know what lies around it. */
export const regionStream = defineStream({ name: 'region', reader: 'region.read', key: ['regionCode'] });
