import { defineStream } from '../message/stream.ts';

/** The grids of one community: split and merger must conserve its territory, and codes are never reused. */
export const communityGridsStream = defineStream({
  name: 'community-grids',
  reader: 'grid.read',
  key: ['communityCode'],
});

/** One incident (事件). */
export const incidentStream = defineStream({ name: 'incident', reader: 'incident.read', key: ['incidentId'] });

/** Wartime of a district: one activation per hazard and overlapping scope. */
export const wartimeStream = defineStream({ name: 'wartime', reader: 'wartime.read', key: ['districtCode'] });

/** One grid in one activation, so that a thousand grids check in at once without conflict. */
export const mobilisationStream = defineStream({
  name: 'mobilisation',
  reader: 'wartime.read',
  key: ['activationId', 'gridCode'],
});

/** One chat group (云社区群). A grid does not read of those of its whole community, as it does not list them. */
export const cloudGroupStream = defineStream({
  name: 'cloud-group',
  reader: 'grid.read',
  reach: 'within',
  key: ['groupId'],
});
