import { Delaunay } from 'd3-delaunay';
import { normalizeRing } from '@panshi/kernel';
import type { Ring } from '@panshi/kernel';
import { HEIGHT, WIDTH, toPoint } from './plane.ts';
import type { Spot } from './plane.ts';

/**
 * One cell of ground around each seed; together they tile the box. Neighbours share the very same corners: each corner
 * is computed once and rounded once. Seeds mirrored at the box's four sides make these sides borders between cells like
 * any other.
 */
export const cells = (seeds: readonly Spot[]): readonly Ring[] => {
  const polygons = diagram(seeds);
  return seeds.map((_, i) => normalizeRing(polygons(i).map(toPoint)));
};

/** The seeds, moved to the middle of their cells: the cells become rounder (one round of Lloyd's relaxation). */
export const relaxed = (seeds: readonly Spot[]): readonly Spot[] => {
  const polygons = diagram(seeds);
  return seeds.map((_, i) => centreOf(polygons(i)));
};

const diagram = (seeds: readonly Spot[]): ((i: number) => readonly Spot[]) => {
  const mirrored = seeds.flatMap(([x, y]): Spot[] => [
    [-x, y],
    [2 * WIDTH - x, y],
    [x, -y],
    [x, 2 * HEIGHT - y],
  ]);
  const all = Float64Array.from([...seeds, ...mirrored].flat());
  const voronoi = new Delaunay(all).voronoi([-WIDTH, -HEIGHT, 2 * WIDTH, 2 * HEIGHT]);
  return (i) => voronoi.cellPolygon(i) as Spot[];
};

/** Centre of gravity of a convex polygon whose last corner repeats the first. */
const centreOf = (polygon: readonly Spot[]): Spot => {
  const [ox, oy] = polygon[0]!;
  let [area, x, y] = [0, 0, 0];
  for (const [i, [bx, by]] of polygon.entries()) {
    const [ax, ay] = polygon[Math.max(0, i - 1)]!;
    const twice = (ax - ox) * (by - oy) - (bx - ox) * (ay - oy);
    area += 3 * twice;
    x += twice * (ax + bx - 2 * ox);
    y += twice * (ay + by - 2 * oy);
  }
  return [ox + x / area, oy + y / area];
};
