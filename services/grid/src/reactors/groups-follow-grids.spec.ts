import { beforeEach, describe, expect, it } from '@jest/globals';
import { MergeGrids, OpenCloudGroup, RetireGrid, SplitGrid } from '@panshi/contracts';
import { command } from '../../test/command.ts';
import { communities, gridCode, smallDistrict } from '../../test/district.ts';
import { rectangle } from '../../test/rings.ts';
import type { World } from '../../test/world.ts';
import { cloudGroupsView } from '../views/cloud-groups.view.ts';
import { groupsFollowGrids } from './groups-follow-grids.reactor.ts';

const [communityCode] = communities;
const open = (groupId: string, code?: string) =>
  command(OpenCloudGroup, { groupId, communityCode, gridCode: code, name: '示例群' });
const south = { name: '南', ring: [...rectangle(0, 0, 4, 4)] };
const north = { name: '北', ring: [...rectangle(0, 4, 4, 8)], keepsLeader: true };
const split = command(SplitGrid, { gridCode: gridCode(0, 1), parts: [south, north] });

describe('the cloud group of a grid that is no more', () => {
  let world: World;
  const region = (groupId: string) => world.documents(cloudGroupsView).get(groupId)?.regionCode;
  const happens = async (...commands: readonly object[]) => {
    for (const each of commands) await world.execute(each);
    await world.react(groupsFollowGrids);
  };
  beforeEach(async () => {
    world = await smallDistrict();
    await happens(open('first', gridCode(0, 1)), open('second', gridCode(0, 2)), open('all'));
  });

  it('goes on for the part that keeps the leader; a community’s group stays', async () => {
    await happens(split);
    expect(['first', 'second', 'all'].map(region)).toEqual([gridCode(0, 4), gridCode(0, 2), communityCode]);
  });

  it('goes on for what a merger made, and for who takes a retired grid over', async () => {
    const gridCodes = [gridCode(0, 1), gridCode(0, 2)];
    await happens(command(MergeGrids, { communityCode, gridCodes, name: '合并' }));
    expect(['first', 'second'].map(region)).toEqual([gridCode(0, 3), gridCode(0, 3)]);
    world = await smallDistrict();
    await happens(open('first', gridCode(0, 1)));
    await happens(command(RetireGrid, { gridCode: gridCode(0, 1), reason: '调整', successorCode: gridCode(0, 2) }));
    expect(region('first')).toBe(gridCode(0, 2));
  });

  it('follows through several changes, however late, and moves once for each', async () => {
    const merge = command(MergeGrids, { communityCode, gridCodes: [gridCode(0, 3), gridCode(0, 4)], name: '复原' });
    await happens(split, merge);
    expect(region('first')).toBe(gridCode(0, 5));
    const length = world.log.length;
    await world.react({ ...groupsFollowGrids, name: 'the same once more' });
    expect(world.log).toHaveLength(length);
  });
});
