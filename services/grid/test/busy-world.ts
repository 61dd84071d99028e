import { OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { command } from './command.ts';
import { activation, busyDistrict, communities, gridCode } from './district.ts';
import type { World } from './world.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async (): Promise<World> => {
  const world = await busyDistrict();
  await world.execute(activation('small', { level: 'IV', scope: [communities[0]] }));
  const groupId = 'group-1';
  await world.execute(command(OpenCloudGroup, { groupId, communityCode: communities[0], name: '示例群' }));
  const ofGrid = { groupId: 'group-2', communityCode: communities[2], gridCode: gridCode(2, 2), name: '网格群' };
  await world.execute(command(OpenCloudGroup, ofGrid));
  const count = { members: 120, source: 'group-owner', countedOn: world.now.slice(0, 10) } as const;
  await world.execute(command(RecordMembership, { groupId, ...count }));
  return world;
};
