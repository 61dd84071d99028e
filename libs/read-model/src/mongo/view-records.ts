import { ownerHasEnded, latestLeaseEnd, type Lease, type Position, UnusableStore } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import { isDuplicate } from '@panshi/database/mongo';
import { collectionOf, keyOf, type Layout } from './layout.ts';

/**
 * All that is one of a view, in one document, because MongoDB changes a document as a whole or not at all: a
 * checkpoint moves only under the newest lease. It outlives the view's end, so that fences never go back. They do not
 * even where the database was wiped: lives and fences begin with the time, so no lease of before is one of after.
 */
export interface ViewRecord {
  readonly _id: string;
  readonly name: string;
  readonly version: number;
  /** Fields and indexes it was begun with; absent once dropped. */
  readonly layout?: string;
  /** Grows whenever it is begun anew: documents of another life lie in another collection. */
  readonly life: number;
  /** The collection of its documents, where it took over that of another view in this life. */
  readonly documents?: string;
  readonly checkpoint?: Position;
  readonly witness?: string;
  readonly indexed?: boolean;
  readonly owner: string;
  readonly fence: number;
  /** By the clocks of those who hold it, in milliseconds since the epoch. */
  readonly expiresAt: number;
}

const held = ({ name, owner, fence }: Lease) => ({ _id: name, owner, fence });

/** The records of all views. Each method is one change of one document. */
export class ViewRecords {
  readonly #records: mongo.Collection<ViewRecord>;

  constructor(db: mongo.Db) {
    this.#records = db.collection<ViewRecord>('views');
  }

  /** @throws {UnusableStore} where it was begun with other fields or indexes */
  async open({ name, version, mark }: Layout, now: number): Promise<ViewRecord> {
    const _id = keyOf(name, version);
    const first = { life: now, owner: '', fence: now, expiresAt: 0 };
    const begin = { $set: { name, version, layout: mark }, $setOnInsert: first };
    await this.#records.updateOne({ _id, layout: { $exists: false } }, begin, { upsert: true }).catch(unlessDuplicate);
    const record = await this.read(_id);
    if (record?.layout === mark) return record;
    throw new UnusableStore(`view ${name} was built as version ${version} otherwise: raise its version`);
  }

  async read(key: string): Promise<ViewRecord | undefined> {
    return (await this.#records.findOne({ _id: key })) ?? undefined;
  }

  async list(): Promise<readonly ViewRecord[]> {
    return this.#records
      .find({ layout: { $exists: true } })
      .sort([
        ['name', 1],
        ['version', 1],
      ])
      .toArray();
  }

  /**
   * Gives the lease, or renews it. The fence grows whenever it goes to another owner. A view that is not there any more,
   * because the database was wiped, is begun anew.
   */
  async acquire(layout: Layout, owner: string, now: number, ttlMs: number): Promise<ViewRecord | undefined> {
    const key = keyOf(layout.name, layout.version);
    const expiresAt = now + ttlMs;
    const after = { returnDocument: 'after' } as const;
    const renewed = await this.#records.findOneAndUpdate({ _id: key, owner }, { $set: { expiresAt } }, after);
    if (renewed) return renewed;
    const { owner: holder } = (await this.read(key)) ?? (await this.open(layout, now));
    const over = [{ expiresAt: { $lte: now } }, { expiresAt: { $gt: latestLeaseEnd(now, ttlMs) } }];
    const free = [...over, ...(ownerHasEnded(holder) ? [{ owner: holder }] : [])];
    const take = { $set: { owner, expiresAt }, $inc: { fence: 1 } };
    return (await this.#records.findOneAndUpdate({ _id: key, $or: free }, take, after)) ?? undefined;
  }

  async release(lease: Lease): Promise<void> {
    await this.#records.updateOne(held(lease), { $set: { owner: '', expiresAt: 0 } });
  }

  /** The record while the lease is the newest: it may have run out, as long as nobody else took it. */
  async heldBy(lease: Lease): Promise<ViewRecord | undefined> {
    return (await this.#records.findOne(held(lease))) ?? undefined;
  }

  /** Moves the checkpoint on, never back, and the witness with it. Whether the lease was the newest. */
  async advance(lease: Lease, checkpoint: Position, witness?: string): Promise<boolean> {
    if (witness !== undefined) {
      const notBack = { $or: [{ checkpoint: { $exists: false } }, { checkpoint: { $lte: checkpoint } }] };
      const moved = await this.#records.updateOne({ ...held(lease), ...notBack }, { $set: { checkpoint, witness } });
      if (moved.matchedCount === 1) return true;
    }
    return (await this.#records.updateOne(held(lease), { $max: { checkpoint } })).matchedCount === 1;
  }

  async setIndexed(lease: Lease): Promise<boolean> {
    return (await this.#records.updateOne(held(lease), { $set: { indexed: true } })).matchedCount === 1;
  }

  /** Begins another life that holds what another view held. Whether the lease was the newest. */
  async replace(lease: Lease, other: ViewRecord): Promise<boolean> {
    const { checkpoint, witness } = other;
    const taken = { documents: collectionOf(other), indexed: true, ...(checkpoint && { checkpoint }) };
    const begun = { $set: { ...taken, ...(witness && { witness }) }, $inc: { life: 1 } };
    return (await this.#records.updateOne(held(lease), begun)).matchedCount === 1;
  }

  /** Ends a view's life, and with it every lease on it. The record as it was. */
  async end(key: string): Promise<ViewRecord | undefined> {
    const past = { $unset: { layout: true, checkpoint: true, witness: true, indexed: true, documents: true } as const };
    const next = { $set: { owner: '', expiresAt: 0 }, $inc: { fence: 1, life: 1 } };
    return (await this.#records.findOneAndUpdate({ _id: key }, { ...past, ...next })) ?? undefined;
  }
}

const unlessDuplicate = (error: unknown): void => {
  if (!isDuplicate(error)) throw error;
};
