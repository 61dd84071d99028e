import { type Lease, LeaseLost, type Position } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import { oversized } from './oversized.ts';
import { putNewer } from './put-newer.ts';
import type { Stored } from './stored.ts';
import type { ViewRecord, ViewRecords } from './view-records.ts';

/** Documents sent at a time. */
const slice = 1000;
/** Slices on their way at a time: while the server stores one, it reads the next. */
const lanes = 2;

/** Does its work with every slice; once one has failed none is begun, and those on their way are waited for. */
const inParallelSlices = async <T>(all: readonly T[], work: (some: readonly T[]) => Promise<void>): Promise<void> => {
  let next = 0;
  const lane = async (): Promise<void> => {
    while (next < all.length) await work(all.slice(next, (next += slice)));
  };
  const stop = (error: unknown): never => {
    next = all.length;
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: lanes }, () => lane().catch(stop)));
  const failure = ended.find(({ status }) => status === 'rejected');
  if (failure) throw (failure as PromiseRejectedResult).reason;
};

export const leaseLost = (lease: Lease): LeaseLost => new LeaseLost(`${lease.name} is held by another process now`);

export interface Target {
  readonly records: Pick<ViewRecords, 'heldBy' | 'advance'>;
  /** The documents of the view in its life. */
  documents(record: ViewRecord): mongo.Collection<Stored>;
}

/**
 * Writes documents, then the checkpoint, with no transaction over them. Let a projector have lost its lease at any
 * point of this, know nothing of it, and have each of its messages arrive at any time after; then still:
 *
 * - The checkpoint cannot move back, nor on by its hand: it lies in one document with the lease, and moves by one
 *   conditional change of that document, under the newest fence only. A fence is never given twice.
 * - A checkpoint never stands for documents that are not there: it is asked for after the last of them is acknowledged
 *   by a majority, and what a deposed primary took alone is read by nobody (`majority`) and rolled back.
 * - A newer document cannot be overwritten: each write is conditional on `_seen`, within the server's change of that
 *   one document, so `_seen` only grows. What is late is older or the same and changes nothing; and should it be newer,
 *   it is right nonetheless, because a document is a pure fold of the log up to what it has seen, whoever folded it:
 *   the next holder skips what it has seen. A fold that is another one has another version, so another collection.
 * - A deleted document cannot come back: its tombstone takes the place that a late insert needs. A tombstone stays a
 *   day after the checkpoint has passed it (see tombstones.ts), while a message is late by seconds: a projector looks
 *   at its lease again before each slice, and a server drops the connection of a machine that is gone.
 * - A view dropped and begun anew (its log was replaced) cannot get a document of before: dropping it raises the
 *   fence, and the number of the view's life is part of the collection's name, read together with the lease.
 *
 * @throws {LeaseLost} when somebody else holds the lease: where it was lost before the call, nothing is written
 * @throws {DocumentTooLarge}
 */
export const writeFenced = async (
  { records, documents }: Target,
  all: readonly Stored[],
  checkpoint: Position,
  lease: Lease,
  witness?: string,
): Promise<void> => {
  await inParallelSlices(all, async (some) => {
    const record = await records.heldBy(lease);
    if (!record) throw leaseLost(lease);
    await putNewer(documents(record), some, !record.indexed).catch((error: unknown) => {
      throw oversized(lease.name, some) ?? error;
    });
  });
  if (!(await records.advance(lease, checkpoint, witness))) throw leaseLost(lease);
};
