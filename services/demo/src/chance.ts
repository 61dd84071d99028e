import { hash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** The next number of a sequence, from 0 (included) to 1 (excluded). */
export type Random = () => number;

/**
 * Numbers of its own for each thing that chance decides, so that a change in one leaves the others as they are: the same
 * for the same seed, on every machine.
 */
export const randomFor = (seed: number, ...about: readonly (string | number)[]): Random => {
  const digest = hash('sha256', JSON.stringify([seed, ...about]), 'buffer');
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32BE(at)));
  return () => uniformFloat64(generator);
};

export const oneOf = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)]!;

/** `count` different ones of `all`, in the order they were drawn. */
export const sample = <T>(all: readonly T[], count: number, random: Random): readonly T[] => {
  const pool = [...all];
  return Array.from({ length: Math.min(count, pool.length) }, () => {
    return pool.splice(Math.floor(random() * pool.length), 1)[0]!;
  });
};

/** One of them, each as likely as its weight. */
export const weighted = <T>(all: readonly (readonly [T, number])[], random: Random): T => {
  let left = random() * all.reduce((sum, [, weight]) => sum + weight, 0);
  for (const [each, weight] of all) if ((left -= weight) < 0) return each;
  return all.at(-1)![0];
};

export const between = (least: number, most: number, random: Random): number => least + random() * (most - least);

/** A duration around its median, mostly within a factor of `spread`, seldom far beyond. */
export const around = (median: number, spread: number, random: Random): number => {
  const bell = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * spread ** bell;
};
