import { randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import type { GroupWriter } from './group-writer.ts';
import type { Erasure, Hold, KeyClass, KeyRequest, KeyStore, SubjectKey } from './key-store.ts';
import { erasureHeld, subjectErased, subjectUnknown } from './rejections.ts';
import { truncateLog } from './truncate-log.ts';
import { unwrap, wrap } from './wrap.ts';

/** A subject's keys by version, from 1; undefined where destroyed. */
type Keys = readonly { readonly keyClass: KeyClass; readonly key: Uint8Array | undefined }[];

const keyBytes = 32;
const purpose = (subject: string, version: number, keyClass: string): string =>
  JSON.stringify([subject, version, keyClass]);

const pick = (keys: Keys, { subject, keyClass }: KeyRequest): SubjectKey | undefined => {
  const index = keys.findIndex((each) => each.keyClass === keyClass);
  if (index < 0) return undefined;
  const key = keys[index]?.key;
  if (!key) throw subjectErased(subject);
  return { version: index + 1, key };
};

const statements = (db: DatabaseSync) => ({
  keys: db.prepare('SELECT version, key_class, wrapped FROM subject_key WHERE subject = ? ORDER BY version'),
  insert: db.prepare('INSERT INTO subject_key VALUES (?, ?, ?, ?)'),
  destroy: db.prepare(`UPDATE subject_key SET wrapped = NULL WHERE subject = ? AND key_class = 'resident'`),
  erasure: db.prepare('SELECT ground, approver, at FROM erasure WHERE subject = ?'),
  erasedSince: db.prepare('SELECT seq, subject FROM erasure WHERE seq > ? ORDER BY seq'),
  remember: db.prepare('INSERT INTO erasure (subject, ground, approver, at) VALUES (?, ?, ?, ?)'),
  lastHold: db.prepare('SELECT ground, approver, until FROM hold WHERE subject = ? ORDER BY until DESC LIMIT 1'),
  hold: db.prepare('INSERT OR REPLACE INTO hold VALUES (?, ?, ?, ?)'),
  dataVersion: db.prepare('PRAGMA data_version'),
});

/** Keys in SQLite, each wrapped by the master key; unwrapped ones are cached until erased here or by another process. */
export class SqliteKeyStore implements KeyStore {
  readonly #db: DatabaseSync;
  readonly #writer: GroupWriter;
  readonly #master: Uint8Array;
  readonly #sql: ReturnType<typeof statements>;
  readonly #cache: LRUCache<string, Keys>;
  #dataVersion: unknown;
  #lastErasure = 0;

  constructor(db: DatabaseSync, writer: GroupWriter, master: Uint8Array, cacheSize: number) {
    this.#db = db;
    this.#writer = writer;
    this.#master = master;
    this.#sql = statements(db);
    this.#cache = new LRUCache({ max: cacheSize });
  }

  async keyFor(subject: string, keyClass: KeyClass): Promise<SubjectKey> {
    return (await this.keysFor([{ subject, keyClass }]))[0]!;
  }

  async keysFor(requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]> {
    const present = requests.map((request) => pick(this.#cached(request.subject), request));
    if (present.every((key) => key !== undefined)) return present;
    const seen = new Map<string, Keys>();
    const take = (request: KeyRequest): SubjectKey => {
      const stored = seen.get(request.subject) ?? this.#load(request.subject);
      const found = pick(stored, request);
      const { version, key } = found ?? this.#create(request, stored.length + 1);
      seen.set(request.subject, found ? stored : [...stored, { keyClass: request.keyClass, key }]);
      return { version, key };
    };
    const remember = (): void => seen.forEach((keys, subject) => this.#cache.set(subject, keys));
    return await this.#writer.write(() => requests.map(take), remember);
  }

  async key(subject: string, version: number): Promise<Uint8Array | 'erased' | undefined> {
    const found = this.#cached(subject)[version - 1] ?? this.#load(subject)[version - 1];
    return found && (found.key ?? 'erased');
  }

  async erase(subject: string, erasure: Erasure): Promise<Erasure> {
    const forget = (): void => void this.#cache.delete(subject);
    const recorded = await this.#writer.write(() => this.#erase(subject, erasure), forget);
    await truncateLog(this.#db);
    return recorded;
  }

  async hold(subject: string, { ground, approver, until }: Hold): Promise<void> {
    await this.#writer.write(() => this.#sql.hold.run(subject, ground, approver, until));
  }

  #create({ subject, keyClass }: KeyRequest, version: number): SubjectKey {
    const key = randomBytes(keyBytes);
    this.#sql.insert.run(subject, version, keyClass, wrap(this.#master, purpose(subject, version, keyClass), key));
    return { version, key };
  }

  #erase(subject: string, { ground, approver, at }: Erasure): Erasure {
    const before = this.#sql.erasure.get(subject) as unknown as Erasure | undefined;
    if (before) return { ...before };
    const hold = this.#sql.lastHold.get(subject) as unknown as Hold | undefined;
    if (hold && hold.until > at) throw erasureHeld(subject, hold);
    if (this.#sql.destroy.run(subject).changes === 0) throw subjectUnknown(subject);
    this.#sql.remember.run(subject, ground, approver, at);
    return { ground, approver, at };
  }

  #cached(subject: string): Keys {
    this.#forgetErased();
    const cached = this.#cache.get(subject);
    if (cached) return cached;
    const keys = this.#load(subject);
    if (keys.length > 0) this.#cache.set(subject, keys);
    return keys;
  }

  #load(subject: string): Keys {
    return this.#sql.keys.all(subject).map((row) => this.#unwrap(subject, row));
  }

  #unwrap(subject: string, row: Record<string, unknown>): Keys[number] {
    const {
      version,
      key_class: keyClass,
      wrapped,
    } = row as { version: number; key_class: KeyClass; wrapped: Uint8Array | null };
    return { keyClass, key: wrapped ? unwrap(this.#master, purpose(subject, version, keyClass), wrapped) : undefined };
  }

  /** Another process may have erased: its commits show in the data version, for less than the price of a lookup. */
  #forgetErased(): void {
    const now = this.#sql.dataVersion.get()?.['data_version'];
    if (now === this.#dataVersion) return;
    this.#dataVersion = now;
    for (const { seq, subject } of this.#sql.erasedSince.all(this.#lastErasure)) {
      this.#lastErasure = seq as number;
      this.#cache.delete(subject as string);
    }
  }
}
