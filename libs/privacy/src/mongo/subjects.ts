import type { mongo } from 'mongoose';
import { setImmediate as turnEnd } from 'node:timers/promises';
import { isDuplicate } from './connect.ts';
import { newSubject, type Subject } from './subject.ts';

type Found = ReadonlyMap<string, Subject>;

const next = (subject: Subject): Subject => ({ ...subject, revision: subject.revision + 1 });

/** The subjects of a database. Reads see what a majority holds, so never a key that could yet be lost. */
export class Subjects {
  readonly #collection: mongo.Collection<Subject>;
  #asked = new Set<string>();
  #reading: Promise<Found> | undefined;

  constructor(db: mongo.Db) {
    this.#collection = db.collection<Subject>('subjects');
  }

  /** Reads subjects as they are after the call: what is asked in one turn of the event loop shares one question. */
  read(ids: Iterable<string>): Promise<Found> {
    for (const id of ids) this.#asked.add(id);
    return (this.#reading ??= this.#read());
  }

  /** Changes a subject; does it again on what is there then when somebody else changed it meanwhile. */
  async change(id: string, change: (subject: Subject) => Subject): Promise<Subject> {
    for (;;) {
      const before = (await this.read([id])).get(id) ?? newSubject(id);
      const after = change(before);
      if (after === before || (await this.#put(after))) return after;
    }
  }

  /** Stores changed subjects, each where nobody else changed it first: who wants to know reads again. */
  async putAll(changed: readonly Subject[]): Promise<void> {
    const fresh = changed.filter(({ revision }) => revision === 0);
    const known = changed.filter(({ revision }) => revision > 0);
    const inserted = fresh.length > 0 && this.#collection.insertMany(fresh.map(next), { ordered: false });
    await Promise.all([inserted && inserted.catch(unlessTaken), ...known.map((subject) => this.#put(subject))]);
  }

  async #put(changed: Subject): Promise<boolean> {
    const after = next(changed);
    if (changed.revision === 0)
      return this.#collection.insertOne(after).then(
        () => true,
        (error: unknown) => unlessTaken(error),
      );
    const { matchedCount } = await this.#collection.replaceOne({ _id: after._id, revision: changed.revision }, after);
    return matchedCount === 1;
  }

  async #read(): Promise<Found> {
    await turnEnd();
    const ids = [...this.#asked];
    this.#asked = new Set();
    this.#reading = undefined;
    const found = await this.#collection.find({ _id: { $in: ids } }).toArray();
    return new Map(found.map((subject) => [subject._id, subject]));
  }
}

const unlessTaken = (error: unknown): false => {
  if (isDuplicate(error)) return false;
  throw error;
};
