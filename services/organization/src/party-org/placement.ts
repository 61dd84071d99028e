import { type PartyOrgKind, partyOrgKinds } from '@panshi/contracts';
import { type RegionCode, regionLevel, regionOf, within } from '@panshi/kernel';
import type { PartyOrgTree } from '../party-org-tree/party-org-tree.ts';
import { reject } from '../reject.ts';

/** Where an organisation is to stand. */
export interface Placement {
  readonly orgId: string;
  readonly parentId?: string;
  readonly kind: PartyOrgKind;
  readonly regionCode: RegionCode;
}

/**
 * Refuses a place in the tree that the table of kinds does not allow.
 * @throws {Rejection} `party-org.region-level`, `.root-has-no-parent`, `.parent-required`, `.under-itself`,
 *   `.unknown-parent`,
 *   `.parent-not-allowed`, `.region-outside-parent`, `.place-already-led`
 */
export const checkPlacement = (org: Placement, tree: PartyOrgTree): void => {
  const { kind, regionCode, orgId } = org;
  const level = regionLevel(regionCode);
  if (!level || !partyOrgKinds[kind].levels.includes(level)) reject('party-org.region-level', { kind, regionCode });
  checkParent(org, tree);
  const leading = tree.leading(kind, regionCode);
  if (leading && leading.orgId !== orgId) reject('party-org.place-already-led', { regionCode, orgId: leading.orgId });
};

const checkParent = ({ orgId, parentId, kind, regionCode }: Placement, tree: PartyOrgTree): void => {
  const { parents } = partyOrgKinds[kind];
  if (!parents.length) {
    if (parentId) reject('party-org.root-has-no-parent', { kind });
    return;
  }
  if (!parentId) return reject('party-org.parent-required', { kind });
  // Under another it cannot form a cycle, for kinds stand under higher ones only; its own kind may be changing, though.
  if (parentId === orgId) reject('party-org.under-itself');
  const parent = tree.node(parentId);
  if (!parent) return reject('party-org.unknown-parent', { parentId });
  if (!parents.includes(parent.kind)) reject('party-org.parent-not-allowed', { kind, parentKind: parent.kind });
  // Within a community branches and groups may overlap grids, so that a grid's split never blocks their reorganisation.
  const parentRegion = regionOf(parent.regionCode, 'community');
  if (!within(regionCode, parentRegion)) reject('party-org.region-outside-parent', { regionCode, parentRegion });
};
