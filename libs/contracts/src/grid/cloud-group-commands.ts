import { IsIn, IsInt, IsUUID, Max, Min } from 'class-validator';
import { type MembershipSource, membershipSources } from '../choices/cloud-group-choices.ts';
import { Command } from '../message/command.ts';
import { MayBeAbsent } from '../vocabulary/flag.ts';
import { IsDay } from '../vocabulary/moment.ts';
import { IsCommunityCode, IsGridCode } from '../vocabulary/region-code.ts';
import { IsPhrase } from '../vocabulary/text.ts';

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
  /** Id of the group; the server chooses one where it is absent. */
  @MayBeAbsent()
  @IsUUID('7')
  groupId?: string;

  @IsCommunityCode()
  communityCode!: string;

  /** A grid of the community; absent: the group is for all of it. */
  @MayBeAbsent()
  @IsGridCode()
  gridCode?: string;

  /** Its name in the chat program. */
  @IsPhrase(60)
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
  @IsUUID('7')
  groupId!: string;

  /** People in the group on that day. */
  @IsInt()
  @Min(0)
  @Max(2000)
  members!: number;

  @IsIn(Object.keys(membershipSources))
  source!: MembershipSource;

  /** Today or earlier, and not before the count held. */
  @IsDay()
  countedOn!: string;
}
