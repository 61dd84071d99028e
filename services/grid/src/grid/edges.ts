/** From a corner of an outline to the next. */
export type Edge<Corner> = readonly [Corner, Corner];

/** The edges of an outline, the last of which leads back to its first corner. */
export const edgesOf = <Corner>(corners: readonly Corner[]): readonly Edge<Corner>[] =>
  corners.map((corner, i) => [corner, corners[(i + 1) % corners.length]!]);
