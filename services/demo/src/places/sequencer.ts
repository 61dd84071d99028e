/** Counts from 1 for each key. */
export const sequencer = (): ((key: string) => number) => {
  const counts = new Map<string, number>();
  return (key) => {
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count;
  };
};
