import { before, fromMicro, type Micro, type Point, samePlace, toMicro, turn, turnsBack } from './point.ts';
import { crossesItself } from './crossing.ts';

/**
 * The outline of a territory without holes: counter-clockwise, and open (the first point is not repeated at the end).
 */
export type Ring = readonly Point[];

/** Why a list of points is no {@link Ring}. */
export type RingProblem =
  | 'no-coordinate'
  | 'too-few-points'
  | 'too-many-points'
  | 'too-large'
  | 'repeated'
  | 'zero-area'
  | 'self-crossing'
  | 'clockwise';

/** The most points a ring may have. */
export const MAX_RING_POINTS = 500;

/** The widest a ring may be, in degrees: within it the arithmetic is exact. */
export const MAX_RING_DEGREES = 60;

/**
 * What keeps `points` from being a ring, or undefined where nothing does. A ring that touches itself crosses itself;
 * `repeated` is any point that comes twice, the first one at the end included.
 */
export const ringProblem = (points: readonly Point[]): RingProblem | undefined => {
  if (!points.every(onEarth)) return 'no-coordinate';
  if (points.length < 3) return 'too-few-points';
  if (points.length > MAX_RING_POINTS) return 'too-many-points';
  const ring = points.map(toMicro);
  if (tooLarge(ring)) return 'too-large';
  if (new Set(ring.map(({ x, y }) => `${x},${y}`)).size < ring.length) return 'repeated';
  if (ring.every((point) => turn(ring[0]!, ring[1]!, point) === 0)) return 'zero-area';
  if (crossesItself(ring)) return 'self-crossing';
  return turnsLeft(ring) ? undefined : 'clockwise';
};

/**
 * The one way to write a ring: counter-clockwise, beginning at its westernmost (then southernmost) point, without
 * points repeated in a row or lying on the straight way between their neighbours. Repairs nothing else.
 */
export const normalizeRing = (points: readonly Point[]): Ring => {
  const distinct = points.map(toMicro).filter((point, i, all) => !samePlace(point, all[(i + 1) % all.length]!));
  const corners = distinct.filter((point, i, all) => {
    const [previous, next] = neighbours(all, i);
    return turn(previous, point, next) !== 0 || turnsBack(previous, point, next);
  });
  if (corners.length < 3) return corners.map(fromMicro);
  const oriented = turnsLeft(corners) ? corners : corners.reverse();
  const start = westernmost(oriented);
  return [...oriented.slice(start), ...oriented.slice(0, start)].map(fromMicro);
};

const onEarth = ({ lon, lat }: Point): boolean => Math.abs(lon) <= 180 && Math.abs(lat) <= 90;

const tooLarge = (ring: readonly Micro[]): boolean =>
  [ring.map(({ x }) => x), ring.map(({ y }) => y)].some(
    (values) => Math.max(...values) - Math.min(...values) > MAX_RING_DEGREES * 1e6,
  );

/** A simple ring turns at its westernmost point the way it goes round; unlike a sum of areas this cannot overflow. */
const turnsLeft = (ring: readonly Micro[]): boolean => {
  const corner = westernmost(ring);
  const [previous, next] = neighbours(ring, corner);
  return turn(previous, ring[corner]!, next) > 0;
};

const westernmost = (ring: readonly Micro[]): number =>
  ring.reduce((best, point, i) => (before(point, ring[best]!) ? i : best), 0);

const neighbours = (ring: readonly Micro[], i: number): readonly [Micro, Micro] => [
  ring[(i + ring.length - 1) % ring.length]!,
  ring[(i + 1) % ring.length]!,
];
