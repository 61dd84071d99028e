import { type MembershipSource, membershipSources } from '../choices/cloud-group-choices.ts';
import { pageOf } from '../message/page.ts';
import { Paged } from '../message/paged.ts';
import * as field from '../vocabulary/fields.ts';
import { GridQuery } from './messages.ts';

/** A chat group with its last count. */
export class CloudGroupView {
  @field.id('群编号', 'Group')
  readonly groupId!: string;

  @field.phrase('群名称', 'Name', { max: 60 })
  readonly name!: string;

  @field.communityCode('社区（村）', 'Community')
  readonly communityCode!: string;

  @field.streetCode('街道', 'Street')
  readonly streetCode!: string;

  /** Absent: the group is for the whole community. */
  @field.gridCode('网格', 'Grid', { optional: true })
  readonly gridCode?: string;

  /** Absent until its members were counted, as are source and day. */
  @field.count('成员数', 'Members', { min: 0, optional: true })
  readonly members?: number;

  @field.choice(membershipSources, '数据来源', 'Who counted', { optional: true })
  readonly source?: MembershipSource;

  @field.day('清点日期', 'Counted on', { optional: true })
  readonly countedOn?: string;
}

/** What all groups that match come to. */
export class CloudGroupTotals {
  @field.count('群数', 'Groups')
  readonly groups!: number;

  /** By each group's last count; somebody in two groups counts twice. */
  @field.count('成员总数', 'Members')
  readonly members!: number;

  @field.count('未清点群数', 'Groups whose members were never counted')
  readonly uncounted!: number;

  @field.count('有群的社区（村）数', 'Communities and villages with a group at least')
  readonly communities!: number;
}

export class CloudGroupPage extends pageOf(CloudGroupView) {
  @field.body(() => CloudGroupTotals, '合计', 'Totals, with `facets`', { optional: true })
  readonly totals?: CloudGroupTotals;
}

@GridQuery('云社区群列表', 'List cloud groups', {
  route: 'GET /cloud-groups',
  permission: 'grid.read',
  views: ['cloud-groups'],
  answer: CloudGroupPage,
})
export class ListCloudGroups extends Paged {
  /** Its groups and those below it. */
  @field.regionCode('区域', 'Region', { optional: true })
  territory?: string;

  @field.searchText('群名称', 'Words of the name', { optional: true })
  text?: string;

  /** Count all that match, by street and source, and sum up their members. */
  @field.optionalBoolean('分面计数', 'With counts of all that match')
  facets?: boolean;
}
