import type { DatabaseSync } from 'node:sqlite';
import { LRUCache } from 'lru-cache';
import { erasureWatch } from './erasure-watch.ts';
import type { GroupWriter } from './group-writer.ts';
import { keyRows, type Keys, opening, pick } from './key-rows.ts';
import type { Erasure, Hold, KeyClass, KeyRequest, KeyStore, SubjectKey } from './key-store.ts';
import { truncateLog } from './truncate-log.ts';

/** Keys in SQLite, each wrapped by the master key; unwrapped ones are cached until erased here or by another process. */
export class SqliteKeyStore implements KeyStore {
  readonly #rows: ReturnType<typeof keyRows>;
  readonly #erased: () => readonly string[];
  readonly #cache: LRUCache<string, Keys>;
  #erasures = 0;

  constructor(
    private readonly db: DatabaseSync,
    private readonly writer: GroupWriter,
    master: Uint8Array,
    cacheSize: number,
  ) {
    this.#rows = keyRows(db, master);
    this.#erased = erasureWatch(db);
    this.#cache = new LRUCache({ max: cacheSize });
  }

  async keyFor(subject: string, keyClass: KeyClass): Promise<SubjectKey> {
    return (await this.keysFor([{ subject, keyClass }]))[0]!;
  }

  async keysFor(requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]> {
    this.#forgetErased();
    const present = requests.map((request) => pick(this.#cache.get(request.subject) ?? [], request));
    if (present.every((key) => key !== undefined)) return present;
    const seen = new Map<string, Keys>();
    const take = (request: KeyRequest): SubjectKey => {
      const stored = seen.get(request.subject) ?? this.#rows.load(request.subject);
      const found = pick(stored, request);
      const { version, key } = found ?? this.#rows.create(request, stored.length + 1);
      seen.set(request.subject, found ? stored : [...stored, { keyClass: request.keyClass, key }]);
      return { version, key };
    };
    let erasures = 0;
    const takeAll = (): readonly SubjectKey[] => {
      this.#forgetErased();
      erasures = this.#erasures;
      return requests.map(take);
    };
    const remember = (): void => {
      this.#forgetErased();
      if (erasures === this.#erasures) seen.forEach((keys, subject) => this.#cache.set(subject, keys));
    };
    // Also for what is there already: another process may have made it just now, and not yet durably.
    return this.writer.write(takeAll, remember);
  }

  async key(subject: string, version: number): Promise<Uint8Array | 'erased' | undefined> {
    this.#forgetErased();
    const cached = this.#cache.get(subject)?.[version - 1];
    if (cached) return cached.key ?? 'erased';
    // Of those up to this one it is known that they are durable, since something was sealed with it.
    const keys = this.#rows.load(subject).slice(0, version);
    if (keys.length > 0) this.#cache.set(subject, keys);
    return opening(keys, version);
  }

  async erase(subject: string, erasure: Erasure): Promise<Erasure> {
    const forget = (): void => this.#forget(subject);
    const recorded = await this.writer.write(() => this.#rows.erase(subject, erasure), forget);
    await truncateLog(this.db);
    return recorded;
  }

  async hold(subject: string, hold: Hold): Promise<void> {
    await this.writer.write(() => this.#rows.hold(subject, hold));
  }

  #forgetErased(): void {
    for (const erased of this.#erased()) this.#forget(erased);
  }

  #forget(erased: string): void {
    this.#erasures++;
    this.#cache.delete(erased);
  }
}
