import type { DatabaseSync } from 'node:sqlite';
import { pooledRandom } from '../pooled-random.ts';
import { reject } from '../rejections.ts';
import type { Erasure, Hold, KeyClass, KeyRequest, SubjectKey } from './key-store.ts';
import { unwrap, wrap } from './wrap.ts';

/** A subject's keys by version, from 1; undefined where destroyed. */
export type Keys = readonly { readonly keyClass: KeyClass; readonly key: Uint8Array | undefined }[];

/** The key of the class asked for, if it was made. @throws {Rejection} `privacy.subject-erased` where it was destroyed */
export const pick = (keys: Keys, { subject, keyClass }: KeyRequest): SubjectKey | undefined => {
  const index = keys.findIndex((each) => each.keyClass === keyClass);
  if (index < 0) return undefined;
  const key = keys[index]?.key;
  if (!key) return reject('privacy.subject-erased', { subject });
  return { version: index + 1, key };
};

/** What a key of that version opens with; undefined where it was never made. */
export const opening = (keys: Keys, version: number): Uint8Array | 'erased' | undefined => {
  const found = keys[version - 1];
  return found && (found.key ?? 'erased');
};

const keyBytes = 32;
/** What a wrapped key is bound to: it opens nothing when moved. */
export const purpose = (subject: string, version: number, keyClass: string): string =>
  JSON.stringify([subject, version, keyClass]);

/** What is read and written of keys, erasures and holds. Writes belong inside a transaction. */
export const keyRows = (db: DatabaseSync, master: Uint8Array) => {
  const keys = db.prepare('SELECT version, key_class, wrapped FROM subject_key WHERE subject = ? ORDER BY version');
  const insert = db.prepare('INSERT INTO subject_key VALUES (?, ?, ?, ?)');
  const destroy = db.prepare(`UPDATE subject_key SET wrapped = NULL WHERE subject = ? AND key_class = 'resident'`);
  const erasure = db.prepare('SELECT ground, approver, at FROM erasure WHERE subject = ?');
  const remember = db.prepare('INSERT INTO erasure (subject, ground, approver, at) VALUES (?, ?, ?, ?)');
  const lastHold = db.prepare('SELECT ground, approver, until FROM hold WHERE subject = ? ORDER BY until DESC LIMIT 1');
  const hold = db.prepare('INSERT OR REPLACE INTO hold VALUES (?, ?, ?, ?)');

  return {
    load: (subject: string): Keys =>
      keys.all(subject).map((row) => {
        const { version, key_class: keyClass, wrapped } = row as unknown as KeyRow;
        return { keyClass, key: wrapped ? unwrap(master, purpose(subject, version, keyClass), wrapped) : undefined };
      }),
    create({ subject, keyClass }: KeyRequest, version: number): SubjectKey {
      const key = pooledRandom(keyBytes);
      insert.run(subject, version, keyClass, wrap(master, purpose(subject, version, keyClass), key));
      return { version, key };
    },
    erase(subject: string, { ground, approver, at }: Erasure): Erasure {
      const before = erasure.get(subject) as unknown as Erasure | undefined;
      if (before) return { ...before };
      const held = lastHold.get(subject) as unknown as Hold | undefined;
      if (held && held.until > at) reject('privacy.erasure-held', { subject, ground: held.ground, until: held.until });
      if (destroy.run(subject).changes === 0) reject('privacy.subject-unknown', { subject });
      remember.run(subject, ground, approver, at);
      return { ground, approver, at };
    },
    hold: (subject: string, { ground, approver, until }: Hold): void => void hold.run(subject, ground, approver, until),
  };
};

interface KeyRow {
  readonly version: number;
  readonly key_class: KeyClass;
  readonly wrapped: Uint8Array | null;
}
