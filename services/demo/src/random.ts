/** The next number of a sequence, from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * The same numbers for the same seed, on every machine: Mulberry32 (Tommy Ettinger, public domain). For demo data only.
 */
export const mulberry32 = (seed: number): Random => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** `count` different ones of `all`, in the order they were drawn. */
export const sample = <T>(all: readonly T[], count: number, random: Random): readonly T[] => {
  const pool = [...all];
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    return pool.splice(Math.floor(random() * pool.length), 1)[0]!;
  });
};
