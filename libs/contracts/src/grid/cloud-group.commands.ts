import { type MembershipSource, membershipSources } from '../choices/cloud-group-choices.ts';
import { Command } from '../message/command.ts';
import * as field from '../vocabulary/fields.ts';

/** Opens a chat group (云社区群) for the residents of a community, or of one of its grids. */
@Command({
  service: 'grid',
  route: 'POST /cloud-groups',
  permission: 'cloud-group.manage',
  territory: 'communityCode',
  creates: 'groupId',
  summary: { zh: '开设云社区群', en: 'Open a cloud group' },
})
export class OpenCloudGroup {
  /** The server chooses one where it is absent. */
  @field.id('群编号', 'Group', { optional: true })
  groupId?: string;

  @field.communityCode('社区（村）', 'Community')
  communityCode!: string;

  /** A grid of the community; absent: the group is for all of it. */
  @field.gridCode('网格', 'Grid', { optional: true })
  gridCode?: string;

  /** Its name in the chat program. */
  @field.phrase('群名称', 'Name', { max: 60 })
  name!: string;
}

/** Records how many are in a group. A number only: who they are is not held. */
@Command({
  service: 'grid',
  route: 'POST /cloud-groups/:groupId/memberships',
  permission: 'cloud-group.manage',
  summary: { zh: '登记群成员数', en: "Record a cloud group's members" },
})
export class RecordMembership {
  @field.id('群编号', 'Group')
  groupId!: string;

  @field.count('成员数', 'People in the group on that day', { min: 0, max: 2000 })
  members!: number;

  @field.choice(membershipSources, '数据来源', 'Who counted')
  source!: MembershipSource;

  /** Today or earlier, and not before the count held. */
  @field.day('清点日期', 'Counted on')
  countedOn!: string;
}
