import type { Position } from '@panshi/event-store';
import { isDuplicate } from '@panshi/database/mongo';
import type { mongo } from 'mongoose';
import type { Stored } from './stored.ts';

const unordered = { ordered: false } as const;

const insert = async (
  collection: mongo.Collection<Stored>,
  documents: readonly Stored[],
): Promise<readonly Stored[]> => {
  if (documents.length === 0) return [];
  return collection.insertMany([...documents], unordered).then(
    () => [],
    (error: unknown) => {
      // Somebody else took the place of some of them meanwhile.
      if (isDuplicate(error)) return documents;
      throw error;
    },
  );
};

const replace = async (collection: mongo.Collection<Stored>, documents: readonly Stored[]): Promise<void> => {
  if (documents.length === 0) return;
  await collection.bulkWrite(
    documents.map((document) => ({
      replaceOne: { filter: { _id: document._id, _seen: { $lt: document._seen } }, replacement: document },
    })),
    unordered,
  );
};

type Seen = ReadonlyMap<string, Position>;

const seenOf = async (collection: mongo.Collection<Stored>, documents: readonly Stored[]): Promise<Seen> => {
  const ids = documents.map(({ _id }) => _id);
  const stored = await collection.find({ _id: { $in: ids } }, { projection: { _seen: 1 } }).toArray();
  return new Map(stored.map(({ _id, _seen }) => [_id, _seen]));
};

/**
 * Writes each document where the stored one has seen less, or where there is none. Looks first, so that new ones are
 * inserted, which is much faster than an upsert, and what is there already costs no write; the condition is checked
 * again by the server in the write of each. A place that was taken between look and insert is looked at again.
 * @param mostlyNew during a first load: then it looks only where an insert met something
 */
export const putNewer = async (
  collection: mongo.Collection<Stored>,
  documents: readonly Stored[],
  mostlyNew = false,
): Promise<void> => {
  let seen: Seen = mostlyNew ? new Map() : await seenOf(collection, documents);
  for (let left = documents; ; seen = await seenOf(collection, left)) {
    const fresh = left.filter(({ _id }) => !seen.has(_id));
    const newer = left.filter(({ _id, _seen }) => seen.has(_id) && seen.get(_id)! < _seen);
    [left] = await Promise.all([insert(collection, fresh), replace(collection, newer)]);
    if (left.length === 0) return;
  }
};
