import type { MoveCloudGroup, OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { chinaDay, within } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { DecideCloudGroup } from './cloud-group.ts';

/** What is known of the grids a new group would be for. */
export interface CloudGroupPlace {
  /** Whether the community has a grid. */
  readonly community: boolean;
  /** Whether the grid named is one; true where none is named. */
  readonly grid: boolean;
}

/** Opens a group for a community, or for one of its grids. */
export const openCloudGroup: DecideCloudGroup<OpenCloudGroup, CloudGroupPlace> = (
  group,
  { groupId, communityCode, gridCode, name },
  { facts, newId },
) => {
  if (group) return reject('cloud-group.exists', { groupId: group.groupId });
  if (gridCode !== undefined && !within(gridCode, communityCode))
    reject('cloud-group.grid-elsewhere', { gridCode, communityCode });
  if (!facts.community) reject('cloud-group.unknown-community', { communityCode });
  if (gridCode !== undefined && !facts.grid) reject('cloud-group.unknown-grid', { gridCode });
  const data = { groupId: groupId ?? newId('groupId'), communityCode, gridCode, name };
  return [{ type: 'CloudGroupOpened', data }];
};

/** Records a count. A later one takes the place of an earlier one; one of the same day corrects it. */
export const recordMembership: DecideCloudGroup<RecordMembership> = (
  group,
  { groupId, members, source, countedOn },
  { now },
) => {
  if (!group) return reject('cloud-group.unknown', { groupId });
  const [today, held] = [chinaDay(now), group.counted];
  if (countedOn > today) reject('cloud-group.counted-in-future', { countedOn, today });
  if (held && countedOn < held.countedOn)
    reject('cloud-group.counted-later-already', { countedOn, held: held.countedOn });
  if (held?.members === members && held.source === source && held.countedOn === countedOn) return [];
  const { communityCode, gridCode } = group;
  return [{ type: 'CloudMembershipRecorded', data: { groupId, communityCode, gridCode, members, source, countedOn } }];
};

/** Moves a group to the successor of its ended grid. Nothing happens where the group belongs to another grid by now. */
export const moveCloudGroup: DecideCloudGroup<MoveCloudGroup> = (group, { groupId, fromGrid, gridCode, cause }) => {
  if (!group) return reject('cloud-group.unknown', { groupId });
  const { communityCode } = group;
  if (group.gridCode !== fromGrid || gridCode === fromGrid) return [];
  if (!within(gridCode, communityCode)) reject('cloud-group.grid-elsewhere', { gridCode, communityCode });
  return [{ type: 'CloudGroupMoved', data: { groupId, communityCode, fromGrid, gridCode, cause } }];
};
