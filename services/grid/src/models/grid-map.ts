import type { GridEvent } from '@panshi/contracts';
import { boundingBox, holderOf, type Point, regionOf, type Ring, rounded, within } from '@panshi/kernel';
import RBush from 'rbush';
import { type ActiveGrid, type CommunityGrids, gridFold, gridsOf } from '../community-grids/community-grids.ts';

interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface Placed extends Box {
  readonly grid: ActiveGrid;
}

const boxOf = (ring: Ring): Box => {
  const { west, south, east, north } = boundingBox(ring);
  return { minX: west, minY: south, maxX: east, maxY: north };
};

const byCode = (a: ActiveGrid, b: ActiveGrid): number => (a.gridCode < b.gridCode ? -1 : 1);

/** All grids there are, found by place and by code. Folded from the log in memory; changed in place. */
export class GridMap {
  readonly #index = new RBush<Placed>();
  readonly #placed = new Map<string, Placed>();
  readonly #communities = new Map<string, CommunityGrids>();
  /** How many grids each region holds. */
  readonly #counts = new Map<string, number>();

  apply(event: GridEvent): void {
    const communityCode = event.data.communityCode;
    const grids = gridFold.evolve(this.#communities.get(communityCode) ?? gridFold.initial, event);
    this.#communities.set(communityCode, grids);
    for (const code of gridsOf(event)) this.#place(code, grids);
  }

  /** The grid a place lies in; undefined outside all grids. */
  at(place: Point): ActiveGrid | undefined {
    const point = rounded(place);
    const { lon, lat } = point;
    const near = this.#index.search({ minX: lon, minY: lat, maxX: lon, maxY: lat });
    return holderOf(near.map(({ grid }) => grid).sort(byCode), point);
  }

  /** The grid of a code, while it is one. */
  grid(gridCode: string): ActiveGrid | undefined {
    return this.#placed.get(gridCode)?.grid;
  }

  /** Whether a region holds any grid, or is one. */
  holds(regionCode: string): boolean {
    return (this.#counts.get(regionCode) ?? 0) > 0;
  }

  /** Whether a region ever held a grid, or was one. */
  everHeld(regionCode: string): boolean {
    return this.#counts.has(regionCode);
  }

  /** Codes of the grids in a region, in order. */
  codesIn(regionCode: string): readonly string[] {
    return [...this.#placed.keys()].filter((code) => within(code, regionCode)).sort();
  }

  /** Grids whose boxes touch that of the ring. */
  around(ring: readonly Point[]): readonly ActiveGrid[] {
    return this.#index.search(boxOf(ring)).map(({ grid }) => grid);
  }

  #place(gridCode: string, grids: CommunityGrids): void {
    const before = this.#placed.get(gridCode);
    const grid = grids.get(gridCode);
    if (before) this.#remove(before);
    if (grid?.status === 'active') this.#insert({ ...boxOf(grid.ring), grid });
  }

  #remove(placed: Placed): void {
    this.#index.remove(placed);
    this.#placed.delete(placed.grid.gridCode);
    this.#count(placed.grid.gridCode, -1);
  }

  #insert(placed: Placed): void {
    this.#index.insert(placed);
    this.#placed.set(placed.grid.gridCode, placed);
    this.#count(placed.grid.gridCode, 1);
  }

  #count(gridCode: string, change: number): void {
    for (const level of ['district', 'street', 'community', 'grid'] as const) {
      const region = regionOf(gridCode, level);
      this.#counts.set(region, (this.#counts.get(region) ?? 0) + change);
    }
  }
}
