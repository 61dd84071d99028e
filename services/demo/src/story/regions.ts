import { type PlaceLevel, RegisterRegion } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import type { Story } from '../engine/simulation.ts';
import { SECOND } from '../time.ts';
import type { Stage } from './stage.ts';

interface Entry {
  readonly code: RegionCode;
  readonly name: string;
}

/** The district, its streets and their communities are entered, from the list of codes and the synthetic map. */
export async function* regionFounding(stage: Stage): Story {
  const { simulation, places } = stage;
  const { codeSystem, edition, streets } = places;
  const enter = async ({ code: regionCode, name }: Entry, level: PlaceLevel): Promise<number> => {
    const ring = [...stage.outlineOf(regionCode)];
    await simulation.issue('demo-org', RegisterRegion, { regionCode, name, level, codeSystem, edition, ring });
    return simulation.now + SECOND;
  };
  yield enter(places, 'district');
  for (const street of streets) {
    yield enter(street, 'street');
    for (const community of street.communities) yield enter(community, 'community');
  }
}
