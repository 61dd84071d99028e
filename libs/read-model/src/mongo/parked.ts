import type { Position } from '@panshi/event-store';
import type { mongo } from 'mongoose';
import type { ParkedDocument } from '../view-store.ts';

interface StoredParked {
  readonly _id: string;
  readonly key: string;
  readonly id: string;
  readonly position: Position;
  readonly after: Position | null;
  readonly error: string;
}

/** The parked documents of all views, by the view's key, which holds no space. */
export class ParkedDocuments {
  readonly #parked: mongo.Collection<StoredParked>;

  constructor(db: mongo.Db) {
    this.#parked = db.collection<StoredParked>('parked');
  }

  async park(key: string, { id, position, after, error }: ParkedDocument): Promise<void> {
    const stored = { key, id, position, after: after ?? null, error };
    await this.#parked.replaceOne({ _id: `${key} ${id}` }, stored, { upsert: true });
  }

  async of(key: string, view: string): Promise<readonly ParkedDocument[]> {
    return this.#parked
      .find({ key })
      .sort([
        ['position', 1],
        ['id', 1],
      ])
      .map(({ id, position, after, error }) => ({ view, id, position, after: after ?? undefined, error }))
      .toArray();
  }

  async unpark(key: string, id: string): Promise<void> {
    await this.#parked.deleteOne({ _id: `${key} ${id}` });
  }

  async forget(key: string): Promise<void> {
    await this.#parked.deleteMany({ key });
  }
}
