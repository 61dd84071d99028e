import { type MembershipSource, membershipSources } from '../choices/cloud-group-choices.ts';
import * as field from '../vocabulary/fields.ts';
import { GridCommand } from './messages.ts';

/** Opens a chat group (云社区群) for the residents of a community, or of one of its grids. */
@GridCommand('开设云社区群', 'Open a cloud group', {
  route: 'POST /cloud-groups',
  permission: 'cloud-group.manage',
  territory: 'communityCode',
  creates: 'groupId',
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
@GridCommand('登记群成员数', "Record a cloud group's members", {
  route: 'POST /cloud-groups/:groupId/memberships',
  permission: 'cloud-group.manage',
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
