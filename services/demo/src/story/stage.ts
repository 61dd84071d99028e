import type { PartyOrgKind } from '@panshi/contracts';
import type { RegionCode, Ring } from '@panshi/kernel';
import { gridBoard } from '@panshi/grid';
import { regionsView } from '@panshi/organization';
import { type Random, randomFor } from '../chance.ts';
import type { Simulation } from '../engine/simulation.ts';
import type { CloudGroup } from '../places/cloud-groups.ts';
import type { District } from '../places/places.ts';
import type { Grid } from '../places/grids.ts';
import type { Span } from '../plan/arrivals.ts';
import type { Borders } from '../plan/borders.ts';
import type { Storms } from '../plan/storms.ts';

/** A grid as the board has it. */
export type GridNow = NonNullable<ReturnType<typeof gridBoard.evolve>>;

/** A party organisation. */
export interface Org {
  readonly orgId: string;
  readonly kind: PartyOrgKind;
}

/** The grids there are: their codes in order, and each by its name, which is unique in the district. */
export interface GridIndex {
  readonly codes: readonly RegionCode[];
  readonly byName: ReadonlyMap<string, RegionCode>;
}

/** Where the stories of a district play, and what they have in common. */
export interface Stage {
  readonly simulation: Simulation;
  readonly seed: number;
  readonly span: Span;
  readonly places: District;
  /** Its grids as they are at the end. */
  readonly drawn: readonly Grid[];
  /** The outline of a region: what its grids cover is in one piece. */
  outlineOf(region: RegionCode): Ring;
  readonly borders: Borders;
  readonly groups: readonly CloudGroup[];
  readonly storms: Storms;
  /** Party organisations by the region they work in. */
  readonly orgs: Map<RegionCode, Org>;
  /** Accounts of handling units by the unit's code. */
  readonly units: Map<string, string>;
  /** The grids there are now. */
  grids(): GridIndex;
  /** Counts accounts of grid leaders. */
  leaders: number;
}

/** Looks grids up; listed anew only when one began or ended. */
export const gridIndexOf = (simulation: Simulation): (() => GridIndex) => {
  let index: GridIndex | undefined;
  simulation.on(['GridDelineated', 'GridSplit', 'GridsMerged', 'GridRetired'], () => {
    index = undefined;
  });
  const list = (): GridIndex => {
    const grids = simulation.world.of(gridBoard).documents({ status: 'active' });
    return {
      codes: grids.map(({ _id }) => _id).toSorted(),
      byName: new Map(grids.map(({ name, _id }) => [name, _id])),
    };
  };
  return () => (index ??= list());
};

/** Chance of its own for one matter of the stage. */
export const chanceOf = ({ seed }: Stage, ...about: readonly (string | number)[]): Random => randomFor(seed, ...about);

/** A grid as it is now. @throws {TypeError} where there never was one */
export const gridNow = ({ simulation }: Stage, gridCode: RegionCode): GridNow => {
  const grid = simulation.world.of(gridBoard).document(gridCode);
  if (!grid) throw new TypeError(`there is no grid ${gridCode}`);
  return grid;
};

/** What a region is called now. @throws {TypeError} where it is not registered */
export const regionName = ({ simulation }: Stage, regionCode: RegionCode): string => {
  const region = simulation.world.of(regionsView).document(regionCode);
  if (!region) throw new TypeError(`there is no region ${regionCode}`);
  return region.name;
};

/** The grid of that name that there is now: codes change when grids are split or merged. @throws {TypeError} */
export const gridNamed = (stage: Stage, name: string): GridNow => {
  const code = stage.grids().byName.get(name);
  if (code === undefined) throw new TypeError(`there is no grid ${name}`);
  return gridNow(stage, code);
};

/** Accounts of a street, by the end of its code. */
export const streetAccount = (kind: 'org' | 'street' | 'case' | 'unit', regionCode: RegionCode): string => {
  const street = regionCode.slice(6, 9);
  const demo = { street: 'demo-street', unit: 'demo-team' };
  return street === '001' && (kind === 'street' || kind === 'unit') ? demo[kind] : `${kind}-${street}`;
};
