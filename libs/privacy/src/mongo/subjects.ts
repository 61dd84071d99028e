import type { mongo } from 'mongoose';
import { isDuplicate } from '@panshi/database/mongo';
import { askedTogether } from './asked-together.ts';
import { newSubject, type Subject } from '../keys/subject.ts';

const next = (subject: Subject): Subject => ({ ...subject, revision: subject.revision + 1 });

/** The subjects of a database. Reads see what a majority holds, so never a key that could yet be lost. */
export class Subjects {
  readonly #collection: mongo.Collection<Subject>;

  constructor(db: mongo.Db) {
    this.#collection = db.collection<Subject>('subjects');
  }

  /** Reads subjects as they are after the call. */
  readonly read = askedTogether(async (ids: readonly string[]): Promise<ReadonlyMap<string, Subject>> => {
    const found = await this.#collection.find({ _id: { $in: [...new Set(ids)] } }).toArray();
    return new Map(found.map((subject) => [subject._id, subject]));
  });

  /** Stores changed subjects, each where nobody else changed it first: who wants to know reads again. */
  readonly putAll = askedTogether(async (changed: readonly Subject[]): Promise<void> => {
    const fresh = new Map(changed.filter(({ revision }) => revision === 0).map((each) => [each._id, next(each)]));
    const known = changed.filter(({ revision }) => revision > 0);
    const inserted =
      fresh.size > 0 && this.#collection.insertMany([...fresh.values()], { ordered: false }).catch(unlessTaken);
    await Promise.all([inserted, ...known.map((subject) => this.#put(subject))]);
  });

  /** Changes a subject; does it again on what is there then when somebody else changed it meanwhile. */
  async change(id: string, change: (subject: Subject) => Subject): Promise<Subject> {
    for (;;) {
      const before = (await this.read([id])).get(id) ?? newSubject(id);
      const after = change(before);
      if (after === before || (await this.#put(after))) return after;
    }
  }

  async #put(changed: Subject): Promise<boolean> {
    const after = next(changed);
    if (changed.revision > 0) {
      const replaced = await this.#collection.replaceOne({ _id: after._id, revision: changed.revision }, after);
      return replaced.matchedCount === 1;
    }
    return this.#collection.insertOne(after).then(() => true, unlessTaken);
  }
}

const unlessTaken = (error: unknown): false => {
  if (isDuplicate(error)) return false;
  throw error;
};
