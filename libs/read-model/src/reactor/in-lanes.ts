/** Items that may be worked on at the same time, in lanes: each lane's in order. */
export type Lanes<T> = readonly (readonly T[])[];

/**
 * Splits items into stretches that follow one another; within a stretch the lanes are independent. An item without a
 * lane is a stretch of its own.
 */
export const inLanes = <T>(items: readonly T[], laneOf: (item: T) => string | undefined): readonly Lanes<T>[] => {
  const stretches: Lanes<T>[] = [];
  let lanes = new Map<string, T[]>();
  const close = (): void => {
    if (lanes.size > 0) stretches.push([...lanes.values()]);
    lanes = new Map();
  };
  for (const item of items) {
    const lane = laneOf(item);
    if (lane === undefined) {
      close();
      stretches.push([[item]]);
      continue;
    }
    const before = lanes.get(lane);
    if (before) before.push(item);
    else lanes.set(lane, [item]);
  }
  close();
  return stretches;
};
