import { partyOrgOrders } from '../choices/order-choices.ts';
import { type PartyOrgStatus, partyOrgStatuses } from '../choices/organization-choices.ts';
import { type PartyOrgKind, partyOrgKinds } from '../choices/party-org-kinds.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { OrganizationQuery } from './messages.ts';

/** One organisation on the way from the root down. */
export class PartyOrgStep {
  @field.id('党组织编号', 'Party organisation')
  readonly orgId!: string;

  @field.phrase('党组织名称', 'Name', { max: 60 })
  readonly name!: string;

  @field.choice(partyOrgKinds, '组织类型', 'Kind')
  readonly kind!: PartyOrgKind;
}

/** A node of the tree of party organisations. */
export class PartyOrgView extends PartyOrgStep {
  @field.streamVersion()
  readonly _version?: number;

  @field.id('上级党组织', 'Organisation above it', { optional: true })
  readonly parentId?: string;

  @field.regionCode('所在区域', 'Place it works in')
  readonly regionCode!: string;

  @field.choice(partyOrgStatuses, '状态', 'Status')
  readonly status!: PartyOrgStatus;

  @field.instant('成立时间', 'Formed at')
  readonly formedAt!: string;

  @field.instant('撤销时间', 'Dissolved at', { optional: true })
  readonly dissolvedAt?: string;

  /** From the root down; itself not included. */
  @field.list(() => PartyOrgStep, '上级路径', 'Organisations above it')
  readonly path!: readonly PartyOrgStep[];

  @field.count('直属下级数', 'Organisations directly under it', { min: 0 })
  readonly children!: number;

  @field.count('在任职务数', 'Appointments that run in it', { min: 0 })
  readonly appointments!: number;
}

@OrganizationQuery('党组织列表', 'List party organisations', {
  route: 'GET /party-orgs',
  permission: 'organization.read',
  views: ['party-orgs'],
  answer: pageOf(PartyOrgView),
})
export class ListPartyOrgs extends Paged {
  /** Those directly under it. */
  @field.id('上级党组织', 'Organisation above', { optional: true })
  parentId?: string;

  /** Those that work in this region and below. */
  @field.regionCode('所在区域', 'Region', { optional: true })
  regionCode?: string;

  @field.choice(partyOrgKinds, '组织类型', 'Kind', { optional: true })
  kind?: PartyOrgKind;

  /** `formed` unless told. */
  @field.choice(partyOrgStatuses, '状态', 'Status', { optional: true })
  status?: PartyOrgStatus;

  @field.phrase('党组织名称', 'Words of the name', { max: 40, optional: true })
  text?: string;

  /** By region unless told. */
  @field.choice(partyOrgOrders, '排序', 'Order', { optional: true })
  sort?: keyof typeof partyOrgOrders;

  /** Count all that match, by kind. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}

@OrganizationQuery('查看党组织', 'Get a party organisation', {
  route: 'GET /party-orgs/:orgId',
  permission: 'organization.read',
  views: ['party-orgs'],
  answer: PartyOrgView,
})
export class GetPartyOrg {
  @field.id('党组织编号', 'Party organisation')
  orgId!: string;
}
