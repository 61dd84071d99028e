import { type Keys, purpose } from './key-rows.ts';
import type { Erasure, Hold, KeyClass } from './key-store.ts';
import { unwrap, wrap } from './wrap.ts';
import { reject } from '../rejections.ts';

/** All that is one subject's, changed as a whole or not at all. */
export interface Subject {
  readonly _id: string;
  /** Counts the changes: each is made on the condition that none came between. */
  readonly revision: number;
  /** By version, from 1; null where destroyed. */
  readonly keys: readonly { readonly keyClass: KeyClass; readonly wrapped: Uint8Array | null }[];
  readonly holds: readonly Hold[];
  readonly erasure?: Erasure;
}

export const newSubject = (id: string): Subject => ({ _id: id, revision: 0, keys: [], holds: [] });

/** @throws {UnusableKeys} when wrapped by another master key */
export const keysOf = (subject: Subject | undefined, master: Uint8Array): Keys =>
  (subject?.keys ?? []).map(({ keyClass, wrapped }, i) => ({
    keyClass,
    key: wrapped ? unwrap(master, purpose(subject!._id, i + 1, keyClass), wrapped) : undefined,
  }));

export const withKey = (subject: Subject, keyClass: KeyClass, key: Uint8Array, master: Uint8Array): Subject => {
  if (subject.keys.some((each) => each.keyClass === keyClass)) return subject;
  const wrapped = wrap(master, purpose(subject._id, subject.keys.length + 1, keyClass), key);
  return { ...subject, keys: [...subject.keys, { keyClass, wrapped }] };
};

export const withHold = (subject: Subject, { ground, approver, until }: Hold): Subject => ({
  ...subject,
  holds: [...subject.holds.filter((each) => each.ground !== ground), { ground, approver, until }],
});

/** @throws {Rejection} `privacy.erasure-held`, `privacy.subject-unknown` */
export const withoutResidentKeys = (subject: Subject, { ground, approver, at }: Erasure): Subject => {
  if (subject.erasure) return subject;
  const longest = subject.holds.toSorted((a, b) => (a.until < b.until ? 1 : -1))[0];
  if (longest && longest.until > at)
    reject('privacy.erasure-held', { subject: subject._id, ground: longest.ground, until: longest.until });
  if (!subject.keys.some(({ keyClass }) => keyClass === 'resident'))
    reject('privacy.subject-unknown', { subject: subject._id });
  const keys = subject.keys.map((each) => (each.keyClass === 'resident' ? { ...each, wrapped: null } : each));
  return { ...subject, keys, erasure: { ground, approver, at } };
};
