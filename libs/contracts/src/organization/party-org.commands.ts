import { type PartyOrgKind, partyOrgKinds } from '../choices/party-org-kinds.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationCommand } from './messages.ts';

@OrganizationCommand('成立党组织', 'Form a party organisation', {
  route: 'POST /party-orgs',
  permission: 'organization.manage',
  territory: 'regionCode',
  creates: 'orgId',
})
export class FormPartyOrg {
  /** The server chooses one where it is absent. */
  @field.id('党组织编号', 'Party organisation', { optional: true })
  orgId?: string;

  /** Absent for a district committee only. */
  @field.id('上级党组织', 'Organisation above it', { optional: true })
  parentId?: string;

  @field.choice(partyOrgKinds, '组织类型', 'Kind')
  kind!: PartyOrgKind;

  /** As approved. */
  @field.phrase('党组织名称', 'Name', { max: 60 })
  name!: string;

  /** Of a level its kind allows. */
  @field.regionCode('所在区域', 'Place it works in')
  regionCode!: string;
}

/** What is absent stays as it was. */
@OrganizationCommand('调整党组织', 'Reorganise a party organisation', {
  route: 'POST /party-orgs/:orgId/reorganisation',
  permission: 'organization.manage',
})
export class ReorganisePartyOrg {
  @field.id('党组织编号', 'Party organisation')
  orgId!: string;

  @field.id('上级党组织', 'Organisation above it from now on', { optional: true })
  parentId?: string;

  @field.choice(partyOrgKinds, '组织类型', 'Kind', { optional: true })
  kind?: PartyOrgKind;

  @field.phrase('党组织名称', 'Name', { max: 60, optional: true })
  name?: string;

  /** Another place in the same community: its grid was split or merged, say. */
  @field.regionCode('所在区域', 'Place it works in', { optional: true })
  regionCode?: string;
}

/** Ends the appointments in it, too. */
@OrganizationCommand('撤销党组织', 'Dissolve a party organisation', {
  route: 'POST /party-orgs/:orgId/dissolution',
  permission: 'organization.manage',
})
export class DissolvePartyOrg {
  @field.id('党组织编号', 'Party organisation')
  orgId!: string;
}
