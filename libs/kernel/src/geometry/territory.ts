import { addRing, type Chain, emptyChain, pointOn } from './chain.ts';
import { crossesItself } from './crossing.ts';
import { fromMicro, type Micro, samePlace } from './point.ts';
import { normalizeRing, type Ring } from './ring.ts';

/**
 * Whether `parts` cover exactly what `wholes` cover: nothing lost, nothing gained, nothing twice, to the micro-degree.
 * Split and merge must keep this. Each ring must be sound ({@link ringProblem}) and all of them within 60 degrees of
 * each other; a corner may lie on a neighbour's edge.
 *
 * Why it is exact: how often a place is covered is the winding number of the border around it, so two sums of
 * counter-clockwise rings cover alike just when their borders, opposite edges cancelled, are one and the same chain.
 */
export const sameTerritory = (parts: readonly Ring[], wholes: readonly Ring[]): boolean => {
  const first = parts[0] ?? wholes[0];
  if (!first) return true;
  const chain = emptyChain(first);
  for (const part of parts) addRing(chain, part, 1);
  for (const whole of wholes) addRing(chain, whole, -1);
  return [...chain.lines.values()].every(({ changes }) => changes.size === 0);
};

/**
 * The outline of `rings` that tile one connected territory without holes, in its normal form; undefined where they
 * overlap, lie apart, touch in mere points or enclose a hole. Each ring must be sound ({@link ringProblem}).
 */
export const unionOutline = (rings: readonly Ring[]): Ring | undefined => {
  if (!rings[0]) return undefined;
  const chain = emptyChain(rings[0]);
  for (const ring of rings) addRing(chain, ring, 1);
  const walk = walkAround(chain);
  if (!walk || crossesItself(walk)) return undefined;
  const outline = normalizeRing(walk.map(fromMicro));
  return sameTerritory(rings, [outline]) ? outline : undefined;
};

/**
 * The corners of a closed walk along the chain: all of it where it is a single outline. Undefined where a place is left
 * more than once. It always closes: a border comes to each place as often as it leaves it.
 */
const walkAround = (chain: Chain): readonly Micro[] | undefined => {
  const onward = new Map<string, readonly [Micro, Micro]>();
  for (const [from, to] of edges(chain)) {
    if (onward.has(name(from))) return undefined;
    onward.set(name(from), [from, to]);
  }
  const walk: Micro[] = [];
  const start = onward.values().next().value?.[0];
  for (let edge = start && onward.get(name(start)); edge; edge = onward.get(name(edge[1]))) {
    walk.push(edge[0]);
    if (samePlace(edge[1], start!)) return walk;
  }
  return undefined;
};

const name = ({ x, y }: Micro): string => `${x},${y}`;

/** What is left of the edges, lengthened as far as they run. An edge that runs double comes twice. */
function* edges(chain: Chain): Generator<readonly [Micro, Micro]> {
  for (const line of chain.lines.values()) {
    const positions = [...line.changes.keys()].sort((a, b) => a - b);
    let running = 0;
    for (const [i, position] of positions.entries()) {
      running += line.changes.get(position)!;
      if (running === 0) continue;
      const [here, there] = [pointOn(line, position), pointOn(line, positions[i + 1]!)];
      const edge = running > 0 ? ([here, there] as const) : ([there, here] as const);
      for (let times = Math.abs(running); times > 0; times--) yield edge;
    }
  }
}
