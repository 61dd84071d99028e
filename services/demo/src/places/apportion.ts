/**
 * Whole shares of `total` in proportion to the weights, which add up exactly (largest remainder); each is at least 1.
 * @throws {RangeError} where there is less than one for each
 */
export const apportion = (total: number, weights: readonly number[]): readonly number[] => {
  const spare = total - weights.length;
  if (spare < 0) throw new RangeError(`${total} cannot give one to each of ${weights.length}`);
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (spare * weight) / sum);
  const shares = exact.map((share) => 1 + Math.floor(share));
  const byRemainder = [...exact.keys()].sort((a, b) => (exact[b]! % 1) - (exact[a]! % 1) || a - b);
  const left = total - shares.reduce((a, b) => a + b, 0);
  for (const i of byRemainder.slice(0, left)) shares[i]! += 1;
  return shares;
};
