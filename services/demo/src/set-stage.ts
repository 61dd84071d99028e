import { caseBoard, caseDefinition } from '@panshi/case';
import { gridBoard, gridDefinition } from '@panshi/grid';
import type { RegionCode } from '@panshi/kernel';
import { organizationDefinition } from '@panshi/organization';
import type { ViewDefinition } from '@panshi/read-model';
import { randomFor } from './chance.ts';
import { Simulation } from './engine/simulation.ts';
import { cloudGroups } from './places/cloud-groups.ts';
import { type DistrictMap, drawMap } from './places/district-map.ts';
import { type District, readPlaces } from './places/places.ts';
import { earlierBorders } from './plan/borders.ts';
import { stormsBetween } from './plan/storms.ts';
import { gridIndexOf, type Stage } from './story/stage.ts';
import { DAY } from './time.ts';

/** Two years. */
const LENGTH = 730 * DAY;

/** Border changes in the two years, of 1,063 grids. */
const BORDER_CHANGES = { splits: 5, mergers: 3, redrawings: 4 };

/** Services whose decisions make the history. */
export const services = [organizationDefinition, gridDefinition, caseDefinition];

/** What the story reads. */
const read = [gridBoard, caseBoard] as unknown as readonly ViewDefinition[];

interface Setting {
  readonly until: number;
  readonly seed: number;
  readonly communities?: readonly RegionCode[] | undefined;
}

/** Sets the stage: the district on its map, before anything happened. */
export const setStage = ({ until, seed, communities }: Setting): Stage => {
  const span = { from: until - LENGTH, until };
  const district = readPlaces();
  const whole = drawMap(district, randomFor(seed, 'map'));
  const kept = new Set(communities ?? whole.communities.map(({ code }) => code));
  const map = onlyIn(whole, kept);
  const simulation = new Simulation({ services, views: read, from: span.from, seed, provenance: 'demo' });
  return {
    simulation,
    seed,
    span,
    places: placesIn(district, kept),
    map,
    borders: earlierBorders(map.grids, BORDER_CHANGES, randomFor(seed, 'borders')),
    groups: cloudGroups(whole, randomFor(seed, 'groups')).filter(({ communityCode }) => kept.has(communityCode)),
    storms: stormsBetween(span),
    orgs: new Map(),
    units: new Map(),
    grids: gridIndexOf(simulation),
    leaders: 0,
  };
};

const onlyIn = (map: DistrictMap, kept: ReadonlySet<RegionCode>): DistrictMap => ({
  ...map,
  communities: map.communities.filter(({ code }) => kept.has(code)),
  grids: map.grids.filter(({ communityCode }) => kept.has(communityCode)),
});

const placesIn = (district: District, kept: ReadonlySet<RegionCode>): District => ({
  ...district,
  streets: district.streets
    .map((street) => ({ ...street, communities: street.communities.filter(({ code }) => kept.has(code)) }))
    .filter(({ communities }) => communities.length > 0),
});
