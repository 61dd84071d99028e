import type { AppointmentEvent, PartyOrgEvent, PartyOrgKind, PostCode } from '@panshi/contracts';
import { PartyOrgTree } from '../src/party-org-tree/party-org-tree.ts';

export type History = readonly (PartyOrgEvent | AppointmentEvent)[];

/** Events for specs, with what does not matter filled in. */
export const formed = (orgId: string, kind: PartyOrgKind, regionCode: string, parentId?: string): PartyOrgEvent => ({
  type: 'PartyOrgFormed',
  data: { orgId, parentId, kind, name: orgId, regionCode },
});

export const reorganised = (
  orgId: string,
  kind: PartyOrgKind,
  regionCode: string,
  parentId?: string,
): PartyOrgEvent => ({
  type: 'PartyOrgReorganised',
  data: { orgId, parentId, previousParentId: parentId, kind, name: orgId, regionCode, appointments: [] },
});

export const dissolved = (orgId: string, parentId?: string): PartyOrgEvent => ({
  type: 'PartyOrgDissolved',
  data: { orgId, parentId, regionCode: '320113' },
});

export const made = (
  appointmentId: string,
  post: PostCode,
  personId = 'person-1',
  orgId = 'community',
): AppointmentEvent => ({
  type: 'AppointmentMade',
  data: { appointmentId, personId, orgId, post, regionCode: '320113001001', from: '2026-01-01' },
});

export const ended = (appointmentId: string, post: PostCode, personId = 'person-1'): AppointmentEvent => ({
  type: 'AppointmentEnded',
  data: {
    appointmentId,
    personId,
    orgId: 'community',
    post,
    regionCode: '320113001001',
    until: '2026-02-01',
    reason: 'transfer',
  },
});

export const treeOf = (...events: History): PartyOrgTree => {
  const tree = new PartyOrgTree();
  for (const event of events) tree.apply(event);
  return tree;
};

/** A district's committee, one street and one community under it. */
export const chain = [
  formed('district', 'district-committee', '320113'),
  formed('street', 'street-working-committee', '320113001', 'district'),
  formed('community', 'community-committee', '320113001001', 'street'),
] as const;
