import { type PartyOrgKind, partyOrgKinds } from '../choices/party-org-kinds.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

@Command({
  service: 'organization',
  route: 'POST /party-orgs',
  permission: 'organization.manage',
  territory: 'regionCode',
  creates: 'orgId',
  summary: { zh: '成立党组织', en: 'Form a party organisation' },
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
@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/reorganisation',
  permission: 'organization.manage',
  summary: { zh: '调整党组织', en: 'Reorganise a party organisation' },
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
@Command({
  service: 'organization',
  route: 'POST /party-orgs/:orgId/dissolution',
  permission: 'organization.manage',
  summary: { zh: '撤销党组织', en: 'Dissolve a party organisation' },
})
export class DissolvePartyOrg {
  @field.id('党组织编号', 'Party organisation')
  orgId!: string;
}
