const msOf = (work: () => unknown): number => {
  const before = performance.now();
  work();
  return performance.now() - before;
};

/** What is linear grows less at four times the size, and what is quadratic more: about 4 times and about 16. */
export const quadratic = 9;

/**
 * How many times longer work takes at four times the size, by the shortest of several tries of each: what else the machine
 * does only adds to one. Where that looks quadratic, it is tried more often.
 */
export const growth = (size: number, work: (size: number) => () => unknown): number => {
  const [once, four] = [work(size), work(4 * size)];
  let [ms, fourMs] = [Infinity, Infinity];
  for (let tries = 0; tries < 8 || (tries < 50 && fourMs / ms > quadratic); tries += 1) {
    ms = Math.min(ms, msOf(once));
    fourMs = Math.min(fourMs, msOf(four));
  }
  return fourMs / ms;
};
