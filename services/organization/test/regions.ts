import { type PlaceLevel, RedrawRegion, RegisterRegion, RenameRegion } from '@panshi/contracts';
import type { World } from './world.ts';

const command = <C extends object>(type: new () => C, fields: C): C => Object.assign(new type(), fields);

const source = { codeSystem: '统计用区划代码', edition: '2023' };
const box = [
  { lon: 118.76, lat: 32.05 },
  { lon: 119.24, lat: 32.05 },
  { lon: 119.24, lat: 32.26 },
  { lon: 118.76, lat: 32.26 },
];

const enter = (regionCode: string, level: PlaceLevel, name: string) =>
  command(RegisterRegion, { regionCode, level, name, ...source });

/** A district on the map, two streets, of which one got its name later, and a community. */
export const enterRegions = async (world: World): Promise<World> => {
  for (const each of [
    enter('320113', 'district', '栖霞区'),
    enter('320113001', 'street', '尧化街道'),
    enter('320113001001', 'community', '尧化社区'),
    enter('320113002', 'street', '马群镇'),
    command(RenameRegion, { regionCode: '320113002', name: '马群街道', ...source, edition: '2024' }),
    command(RedrawRegion, { regionCode: '320113', ring: box }),
  ])
    await world.execute(each);
  return world;
};
