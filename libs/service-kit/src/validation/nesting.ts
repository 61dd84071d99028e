/** How deep the objects and lists of a message may lie in each other: far deeper than any does. */
export const mostNesting = 32;

/** Whether a value nests too deep for what goes through it by recursion. */
export const nestsTooDeep = (value: unknown, most = mostNesting): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (most === 0 || Object.values(value).some((inner) => nestsTooDeep(inner, most - 1)));
