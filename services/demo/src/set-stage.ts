import { caseBoard } from '@panshi/case';
import { gridBoard } from '@panshi/grid';
import { type RegionCode, unionOutline, within } from '@panshi/kernel';
import { regionsView } from '@panshi/organization';
import type { ViewDefinition } from '@panshi/read-model';
import type { ServiceDefinition } from '@panshi/service-kit';
import { randomFor } from './chance.ts';
import { Simulation } from './engine/simulation.ts';
import { cloudGroups } from './places/cloud-groups.ts';
import { readGrids } from './places/grids.ts';
import { readPlaces } from './places/places.ts';
import { earlierBorders } from './plan/borders.ts';
import { stormsBetween } from './plan/storms.ts';
import { gridIndexOf, type Stage } from './story/stage.ts';
import { DAY } from './time.ts';

/** Two years. */
const LENGTH = 730 * DAY;

/** Border changes in the two years, of 1,063 grids. */
const BORDER_CHANGES = { splits: 5, mergers: 3, redrawings: 4 };

/** What the story reads. */
const read = [gridBoard, caseBoard, regionsView] as unknown as readonly ViewDefinition[];

interface Setting {
  /** Those whose decisions make the history, and whose reactors and timers answer it. */
  readonly services: readonly ServiceDefinition[];
  readonly until: number;
  readonly seed: number;
  readonly communities?: readonly RegionCode[] | undefined;
}

/** Sets the stage: the district on its map, before anything happened. */
export const setStage = ({ services, until, seed, communities }: Setting): Stage => {
  const span = { from: until - LENGTH, until };
  const district = readPlaces();
  const allGrids = readGrids(district);
  const isKept = (code: RegionCode): boolean => communities?.includes(code) ?? true;
  const drawn = allGrids.filter(({ communityCode }) => isKept(communityCode));
  const streets = district.streets
    .map((street) => ({ ...street, communities: street.communities.filter(({ code }) => isKept(code)) }))
    .filter((street) => street.communities.length > 0);
  // However they are listed: what several of them do at one moment goes by this order.
  const inOrder = services.toSorted((a, b) => (a.name < b.name ? 1 : -1));
  const simulation = new Simulation({ services: inOrder, views: read, from: span.from, seed, provenance: 'demo' });
  const groups = cloudGroups(district, allGrids, randomFor(seed, 'groups'));
  return {
    simulation,
    seed,
    span,
    places: { ...district, streets },
    drawn,
    outlineOf: (region) => unionOutline(allGrids.flatMap(({ code, ring }) => (within(code, region) ? [ring] : [])))!,
    borders: earlierBorders(drawn, BORDER_CHANGES, randomFor(seed, 'borders')),
    groups: groups.filter(({ communityCode }) => isKept(communityCode)),
    storms: stormsBetween(span),
    orgs: new Map(),
    units: new Map(),
    grids: gridIndexOf(simulation),
    leaders: 0,
  };
};
