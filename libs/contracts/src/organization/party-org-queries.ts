import { IsIn, IsUUID } from 'class-validator';
import { type PartyOrgKind, partyOrgKinds } from '../choices/party-org-kinds.ts';
import { Paged } from '../message/paged.ts';
import { Query } from '../message/query.ts';
import { IsFlag, MayBeAbsent } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';

/** One organisation on the way from the root down. */
export interface PartyOrgStep {
  readonly orgId: string;
  readonly name: string;
  readonly kind: PartyOrgKind;
}

/** A node of the tree of party organisations. */
export interface PartyOrgView extends PartyOrgStep {
  readonly parentId?: string;
  readonly regionCode: string;
  readonly status: 'formed' | 'dissolved';
  readonly formedAt: string;
  readonly dissolvedAt?: string;
  /** The organisations above it, from the root down; itself not included. */
  readonly path: readonly PartyOrgStep[];
  /** How many organisations stand directly under it. */
  readonly children: number;
  /** How many appointments run in it. */
  readonly appointments: number;
}

@Query({
  service: 'organization',
  route: 'GET /party-orgs',
  permission: 'organization.read',
  views: ['party-orgs'],
  summary: { zh: '党组织列表', en: 'List party organisations' },
})
export class ListPartyOrgs extends Paged {
  /** Those directly under this organisation. */
  @MayBeAbsent()
  @IsUUID('7')
  parentId?: string;

  /** Those that work in this region and below. */
  @MayBeAbsent()
  @IsRegionCode()
  regionCode?: string;

  @MayBeAbsent()
  @IsIn(Object.keys(partyOrgKinds))
  kind?: PartyOrgKind;

  /** `formed` unless told. */
  @MayBeAbsent()
  @IsIn(['formed', 'dissolved'])
  status?: 'formed' | 'dissolved';

  /** Words of the name. */
  @MayBeAbsent()
  @IsPhrase(40)
  text?: string;

  /** By region unless told. */
  @MayBeAbsent()
  @IsIn(['region', 'name', 'newest'])
  sort?: 'region' | 'name' | 'newest';

  /** Count all that match, by kind. */
  @IsFlag()
  facets?: boolean;
}

@Query({
  service: 'organization',
  route: 'GET /party-orgs/:orgId',
  permission: 'organization.read',
  views: ['party-orgs'],
  summary: { zh: '查看党组织', en: 'Get a party organisation' },
})
export class GetPartyOrg {
  @IsUUID('7')
  orgId!: string;
}
