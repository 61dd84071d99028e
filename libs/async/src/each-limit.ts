import pLimit from 'p-limit';

/** Does something with each item, at most `most` at a time. */
export const eachLimit = async <T>(
  items: readonly T[],
  most: number,
  work: (item: T) => Promise<void>,
): Promise<void> => {
  if (items.length > 1) await pLimit(most).map(items, work);
  else for (const item of items) await work(item);
};
