/** The next number of a sequence, from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** `count` different ones of `all`, in the order they were drawn. */
export const sample = <T>(all: readonly T[], count: number, random: Random): readonly T[] => {
  const pool = [...all];
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    return pool.splice(Math.floor(random() * pool.length), 1)[0]!;
  });
};
