import { IsOptional } from 'class-validator';
import type { MembershipSource } from '../choices/cloud-group-choices.ts';
import { Paged } from '../message/paged.ts';
import { type Page, Query } from '../message/query.ts';
import { IsFlag } from '../vocabulary/flag.ts';
import { IsRegionCode } from '../vocabulary/region-code.ts';
import { IsSearchText } from '../vocabulary/text.ts';

/** A chat group with its last count. */
export interface CloudGroupView {
  readonly groupId: string;
  readonly name: string;
  readonly communityCode: string;
  readonly streetCode: string;
  /** Absent: the group is for the whole community. */
  readonly gridCode?: string;
  /** Absent until its members were counted, as are source and day. */
  readonly members?: number;
  readonly source?: MembershipSource;
  readonly countedOn?: string;
}

/** A page of groups; with `facets`, what all that match come to. */
export interface CloudGroupPage extends Page<CloudGroupView> {
  readonly totals?: {
    readonly groups: number;
    /** Members by each group's last count; somebody in two groups counts twice. */
    readonly members: number;
    /** Groups whose members were never counted. */
    readonly uncounted: number;
    /** Communities and villages with a group at least. */
    readonly communities: number;
  };
}

@Query({
  service: 'grid',
  route: 'GET /cloud-groups',
  permission: 'grid.read',
  views: ['cloud-groups'],
  summary: { zh: '云社区群列表', en: 'List cloud groups' },
})
export class ListCloudGroups extends Paged {
  /** Region code: its groups and those below it. */
  @IsOptional()
  @IsRegionCode()
  territory?: string;

  /** Words of the name. */
  @IsOptional()
  @IsSearchText()
  text?: string;

  /** Count all that match, by street and source, and sum up their members. */
  @IsFlag()
  facets?: boolean;
}
