import type { mongo } from 'mongoose';

/** Builds the indexes that are not there yet, all in one pass over the documents. */
export const buildIndexes = async <Stored extends mongo.Document>(
  collection: mongo.Collection<Stored>,
  wanted: readonly mongo.IndexDescription[],
): Promise<void> => {
  const there = new Set((await collection.indexes().catch(noneYet)).map(({ name }) => name));
  const missing = wanted.filter(({ name }) => !there.has(name));
  if (missing.length > 0) await collection.createIndexes(missing);
};

const namespaceNotFound = 26;

/** A collection that nothing was written to is not there. */
const noneYet = (error: { readonly code?: unknown }): readonly { readonly name?: string }[] => {
  if (error.code !== namespaceNotFound) throw error;
  return [];
};
