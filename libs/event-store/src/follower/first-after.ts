import type { Position } from '../port.ts';

/** Where, in entries by ascending position, the first lies that is after a position; their length where none does. */
export const firstAfter = (entries: readonly { readonly position: Position }[], position: Position): number => {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.position > position) high = middle;
    else low = middle + 1;
  }
  return low;
};
