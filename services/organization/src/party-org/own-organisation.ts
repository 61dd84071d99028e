import type { Grant, Principal } from '@panshi/contracts';
import { type RegionCode, within } from '@panshi/kernel';
import type { PartyOrgTree } from '../party-org-tree/party-org-tree.ts';
import { reject } from '../reject.ts';

/** What a command does, and where: to an organisation, or below it where it forms another. */
export interface Managed {
  readonly orgId?: string | undefined;
  readonly regionCode: RegionCode;
}

/**
 * A grant that names a party organisation manages that one and those under it, and no other in its territory.
 * @throws {Rejection} `party-org.not-own`
 */
export const assertOwn = ({ grants, system }: Principal, { orgId, regionCode }: Managed, tree: PartyOrgTree): void => {
  const reaches = (grant: Grant): boolean =>
    grant.permissions.includes('organization.manage') &&
    within(regionCode, grant.territory) &&
    (grant.orgId === undefined || (orgId !== undefined && tree.isUnder(orgId, grant.orgId)));
  if (!system && !grants.some(reaches)) reject('party-org.not-own');
};
