import type { Lease } from '@panshi/event-store';
import { collectionOf } from './layout.ts';
import type { ViewCollections } from './view-collections.ts';
import { leaseLost } from './write.ts';

/**
 * Puts a view in the place of another, with no transaction. Killed at any point, either the old one is whole or the new
 * one is. First the new one ends as a view of its own, so that nobody takes it for one that could be gone on with; what
 * it has parked is parked before its documents are read, and the rest is released after; between them one change of one
 * record, under the newest lease, gives the view another life, in the collection of the new one.
 * @throws {LeaseLost}
 */
export const replaceView = async (
  { records, parked, connection: { db } }: ViewCollections,
  its: Lease,
  lease: Lease,
): Promise<void> => {
  const [fresh, old] = [await records.heldBy(its), await records.heldBy(lease)];
  if (!fresh) throw leaseLost(its);
  if (!old) throw leaseLost(lease);
  const waiting = await parked.of(its.name, old.name);
  await records.end(its.name);
  for (const each of waiting) await parked.park(lease.name, each);
  if (!(await records.replace(lease, fresh))) {
    await db.collection(collectionOf(fresh)).drop();
    throw leaseLost(lease);
  }
  const kept = new Set(waiting.map(({ id }) => id));
  for (const { id } of await parked.of(lease.name, old.name)) if (!kept.has(id)) await parked.unpark(lease.name, id);
  await parked.forget(its.name);
  await db.collection(collectionOf(old)).drop();
};
