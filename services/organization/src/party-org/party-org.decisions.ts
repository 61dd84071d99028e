import type { DissolvePartyOrg, FormPartyOrg, ReorganisePartyOrg } from '@panshi/contracts';
import { partyOrgKinds, posts } from '@panshi/contracts';
import { chinaDay, regionOf } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { type DecidePartyOrg, formed, type FormedOrg, running } from './party-org.ts';
import type { PartyOrgTree } from '../party-org-tree/party-org-tree.ts';
import { checkPlacement, type Placement } from './placement.ts';

export const formPartyOrg: DecidePartyOrg<FormPartyOrg, PartyOrgTree> = (
  org,
  { orgId: given, parentId, kind, name, regionCode },
  { facts: tree, newId },
) => {
  const orgId = given ?? newId('orgId');
  if (org.status !== 'none') return reject('party-org.exists', { orgId });
  checkPlacement({ orgId, parentId, kind, regionCode }, tree);
  return [{ type: 'PartyOrgFormed', data: { orgId, parentId, kind, name, regionCode } }];
};

export const reorganisePartyOrg: DecidePartyOrg<ReorganisePartyOrg, PartyOrgTree> = (org, command, { facts: tree }) => {
  const before = formed(org, command.orgId);
  const { orgId, parentId = before.parentId, kind = before.kind, name = before.name } = command;
  const { regionCode = before.regionCode } = command;
  const after = { orgId, parentId, kind, name, regionCode };
  if (Object.entries(after).every(([field, value]) => before[field as keyof typeof after] === value)) return [];
  if (regionOf(regionCode, 'community') !== regionOf(before.regionCode, 'community'))
    reject('party-org.leaves-community');
  checkPlacement(after, tree);
  checkContents(before, after, tree);
  const appointments = running(before).map(([appointmentId, { personId }]) => ({ appointmentId, personId }));
  return [{ type: 'PartyOrgReorganised', data: { ...after, previousParentId: before.parentId, appointments } }];
};

/** Organisations below it and posts held in it must be allowed in the kind it becomes. */
const checkContents = (before: FormedOrg, { orgId, kind }: Placement, tree: PartyOrgTree): void => {
  for (const child of tree.children(orgId))
    if (!partyOrgKinds[child.kind].parents.includes(kind))
      reject('party-org.child-not-allowed', { childId: child.orgId, childKind: child.kind, kind });
  for (const [, { post }] of running(before))
    if (!posts[post].kinds.includes(kind)) reject('party-org.post-not-in-kind', { post, kind });
};

/** Dissolves an organisation. All its appointments end in the same append. */
export const dissolvePartyOrg: DecidePartyOrg<DissolvePartyOrg, PartyOrgTree> = (
  org,
  { orgId },
  { now, facts: tree },
) => {
  if (org.status === 'dissolved') return [];
  const { parentId, regionCode, ...before } = formed(org, orgId);
  const count = tree.children(orgId).length;
  if (count) reject('party-org.children-remain', { count });
  const ended = running(before).map(([appointmentId, { personId, post }]) => ({
    type: 'AppointmentEnded' as const,
    data: { appointmentId, personId, orgId, post, regionCode, until: chinaDay(now), reason: 'org-dissolved' as const },
  }));
  return [...ended, { type: 'PartyOrgDissolved', data: { orgId, parentId, regionCode } }];
};
