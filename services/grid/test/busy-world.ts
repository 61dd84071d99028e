import { OpenCloudGroup, RecordMembership } from '@panshi/contracts';
import { command } from './command.ts';
import { busyDistrict, communities } from './district.ts';
import type { World } from './world.ts';

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async (): Promise<World> => {
  const world = await busyDistrict();
  const groupId = 'group-1';
  await world.execute(command(OpenCloudGroup, { groupId, communityCode: communities[0], name: '示例群' }));
  const count = { members: 120, source: 'group-owner', countedOn: world.now.slice(0, 10) } as const;
  await world.execute(command(RecordMembership, { groupId, ...count }));
  return world;
};
