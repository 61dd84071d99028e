import { type Point, type Ring, ringProblem, sameTerritory, unionOutline } from '@panshi/kernel';
import type { Grid } from '../places/grids.ts';
import { type Random, sample } from '../chance.ts';

/** A change of borders in the district's history. Grids are known by name: codes are given when it happens. */
export type BorderChange =
  | { readonly kind: 'split'; readonly communityCode: string; readonly name: string; readonly parts: readonly Named[] }
  | {
      readonly kind: 'merger';
      readonly communityCode: string;
      readonly names: readonly string[];
      readonly name: string;
    }
  | { readonly kind: 'redrawing'; readonly communityCode: string; readonly grids: readonly Named[] };

interface Named {
  readonly name: string;
  readonly ring: Ring;
}

/** A grid as it is drawn at first; without a code of its own it takes the community's next. */
export type FirstGrid = Omit<Grid, 'code'> & Partial<Pick<Grid, 'code'>>;

/** How the grids are drawn at first, and what changes until they are as the map has them. */
export interface Borders {
  /** Those with codes first, lest others take them. */
  readonly first: readonly FirstGrid[];
  readonly changes: readonly BorderChange[];
}

/** Goes back from the map as it is now to an earlier one: some grids were one, some were two, some had other borders. */
export const earlierBorders = (
  grids: readonly Grid[],
  counts: { readonly splits: number; readonly mergers: number; readonly redrawings: number },
  random: Random,
): Borders => {
  const first = new Map(grids.map((grid): [string, readonly FirstGrid[]] => [grid.name, [grid]]));
  const changes: BorderChange[] = [];
  const free = (grid: Grid): boolean => first.get(grid.name)?.[0] === grid && grid.kind === 'comprehensive';
  const undo = (times: number, step: (grid: Grid, neighbour: Grid) => Undone | undefined): void => {
    const wanted = changes.length + times;
    for (const grid of sample(grids, grids.length, random)) {
      if (changes.length === wanted) return;
      const neighbour = grids.find((other) => free(other) && free(grid) && touch(grid, other));
      const undone = neighbour && step(grid, neighbour);
      if (!undone) continue;
      first.set(grid.name, undone.first);
      first.set(neighbour.name, []);
      changes.push(undone.change);
    }
  };
  undo(counts.splits, wereOne);
  undo(counts.mergers, wasTwo);
  undo(counts.redrawings, bordersWereOther);
  const coded = [...first.values()].flat().sort((a, b) => Number(a.code === undefined) - Number(b.code === undefined));
  return { first: coded, changes };
};

interface Undone {
  readonly first: readonly FirstGrid[];
  readonly change: BorderChange;
}

const touch = (a: Grid, b: Grid): boolean =>
  a !== b && a.communityCode === b.communityCode && sharedEdge(a.ring, b.ring) !== undefined;

const same = (a: Point, b: Point): boolean => a.lon === b.lon && a.lat === b.lat;

/** Where the edge of `a` begins that `b` has the other way round. */
const sharedEdge = (a: Ring, b: Ring): number | undefined => {
  const found = a.findIndex((point, i) => {
    const onward = a[(i + 1) % a.length]!;
    return b.some((other, j) => same(other, onward) && same(b[(j + 1) % b.length]!, point));
  });
  return found < 0 ? undefined : found;
};

const wereOne = (grid: Grid, neighbour: Grid): Undone | undefined => {
  const ring = unionOutline([grid.ring, neighbour.ring]);
  if (!ring) return undefined;
  const { communityCode, name } = grid;
  const parts = [grid, neighbour].map((part) => ({ name: part.name, ring: part.ring }));
  return { first: [{ ...grid, ring }], change: { kind: 'split', communityCode, name, parts } };
};

/** Two halves of the grid on the two sides of a chord; the neighbour stays. */
const wasTwo = (grid: Grid, neighbour: Grid): Undone | undefined => {
  const middle = Math.floor(grid.ring.length / 2);
  const rings = [grid.ring.slice(0, middle + 1), [...grid.ring.slice(middle), grid.ring[0]!]];
  if (!conserved(rings, [grid.ring])) return undefined;
  const { code: _, ...uncoded } = grid;
  const halves = rings.map((ring, i) => ({ ...uncoded, name: `${grid.name}${i === 0 ? '甲' : '乙'}片`, ring }));
  const { communityCode, name } = grid;
  const names = halves.map((half) => half.name);
  return { first: [...halves, neighbour], change: { kind: 'merger', communityCode, names, name } };
};

/** The neighbour reached into the grid: a triangle on the border between them was its own. */
const bordersWereOther = (grid: Grid, neighbour: Grid): Undone | undefined => {
  const edge = sharedEdge(grid.ring, neighbour.ring)!;
  const [from, to] = [grid.ring[edge]!, grid.ring[(edge + 1) % grid.ring.length]!];
  const inside = middleOf(grid.ring);
  const smaller = [...grid.ring.slice(0, edge + 1), inside, ...grid.ring.slice(edge + 1)];
  const at = neighbour.ring.findIndex((point) => same(point, to));
  const larger = [...neighbour.ring.slice(0, at + 1), inside, ...neighbour.ring.slice(at + 1)];
  if (same(from, to) || !conserved([smaller, larger], [grid.ring, neighbour.ring])) return undefined;
  const grids = [grid, neighbour].map(({ name, ring }) => ({ name, ring }));
  const first = [
    { ...grid, ring: smaller },
    { ...neighbour, ring: larger },
  ];
  return { first, change: { kind: 'redrawing', communityCode: grid.communityCode, grids } };
};

const conserved = (parts: readonly Ring[], wholes: readonly Ring[]): boolean =>
  parts.every((part) => ringProblem(part) === undefined) && sameTerritory(parts, wholes);

const middleOf = (ring: Ring): Point => {
  const mean = (of: (point: Point) => number): number =>
    Math.round((ring.reduce((sum, point) => sum + of(point), 0) / ring.length) * 1e6) / 1e6;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
};
