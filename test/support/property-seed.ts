const fixed = 20260101;

/**
 * The seed of every property test, so that what fails once fails again. `PANSHI_SEED` asks for another: a number of 32
 * bits, as a failure tells it, or `random` to explore. @throws {RangeError} when it is neither
 */
export const propertySeed = (asked = process.env.PANSHI_SEED): number => {
  if (!asked) return fixed;
  const seed = asked === 'random' ? Math.trunc(Math.random() * 2 ** 31) : Number(asked);
  if ((seed | 0) !== seed) throw new RangeError(`PANSHI_SEED is ${asked}: give a whole number of 32 bits, or random`);
  return seed;
};
