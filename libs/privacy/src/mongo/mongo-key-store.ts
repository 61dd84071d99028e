import { randomBytes } from 'node:crypto';
import { opening, pick } from '../keys/key-rows.ts';
import type { Erasure, Hold, KeyClass, KeyRequest, KeyStore, SubjectKey } from '../keys/key-store.ts';
import type { MongoConnection } from '@panshi/database/mongo';
import { keysOf, newSubject, type Subject, withHold, withKey, withoutResidentKeys } from '../keys/subject.ts';
import { Subjects } from './subjects.ts';

const keyBytes = 32;

/**
 * Keys in MongoDB, each wrapped by the master key. None is held in memory: to know that nobody erased the subject
 * takes a question to the server before each use, and its answer may as well be the key.
 *
 * Keys of several subjects lie in several documents, so of a batch some may be made when the others fail. The caller
 * gets all or an error, as the port says; a key made for nobody is the one that the subject gets at its next use.
 */
export class MongoKeyStore implements KeyStore {
  readonly #subjects: Subjects;

  constructor(
    private readonly connection: MongoConnection,
    private readonly master: Uint8Array,
  ) {
    this.#subjects = new Subjects(connection.db);
  }

  async keyFor(subject: string, keyClass: KeyClass): Promise<SubjectKey> {
    return (await this.keysFor([{ subject, keyClass }]))[0]!;
  }

  keysFor(requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]> {
    return this.connection.run(async () => {
      for (;;) {
        const found = await this.#subjects.read(requests.map(({ subject }) => subject));
        const keys = requests.map((request) => pick(keysOf(found.get(request.subject), this.master), request));
        if (keys.every((key) => key !== undefined)) return keys;
        await this.#subjects.putAll(this.#created(requests, found));
      }
    });
  }

  key(subject: string, version: number): Promise<Uint8Array | 'erased' | undefined> {
    return this.connection.run(async () => {
      const found = (await this.#subjects.read([subject])).get(subject);
      return opening(keysOf(found, this.master), version);
    });
  }

  erase(subject: string, erasure: Erasure): Promise<Erasure> {
    return this.connection.run(async () => {
      const erased = await this.#subjects.change(subject, (before) => withoutResidentKeys(before, erasure));
      return erased.erasure!;
    });
  }

  hold(subject: string, hold: Hold): Promise<void> {
    return this.connection.run(async () => {
      await this.#subjects.change(subject, (before) => withHold(before, hold));
    });
  }

  /** The subjects that lack a key asked for, with one. */
  #created(requests: readonly KeyRequest[], found: ReadonlyMap<string, Subject>): readonly Subject[] {
    const changed = new Map<string, Subject>();
    for (const { subject: id, keyClass } of requests) {
      const before = changed.get(id) ?? found.get(id) ?? newSubject(id);
      const after = withKey(before, keyClass, randomBytes(keyBytes), this.master);
      if (after !== before) changed.set(id, after);
    }
    return [...changed.values()];
  }
}
