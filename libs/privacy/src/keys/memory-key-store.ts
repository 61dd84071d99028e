import { randomBytes } from 'node:crypto';
import { opening, pick } from './key-rows.ts';
import type { KeyRequest, KeyStore, SubjectKey } from './key-store.ts';
import { keysOf, newSubject, type Subject, withHold, withKey, withoutResidentKeys } from './subject.ts';

/** Keys in memory, for tests. */
export const memoryKeyStore = (): KeyStore => {
  const master = randomBytes(32);
  const subjects = new Map<string, Subject>();
  const change = (id: string, changed: (before: Subject) => Subject): Subject => {
    const after = changed(subjects.get(id) ?? newSubject(id));
    subjects.set(id, after);
    return after;
  };
  const take = (request: KeyRequest): SubjectKey => {
    const subject = change(request.subject, (before) => withKey(before, request.keyClass, randomBytes(32), master));
    return pick(keysOf(subject, master), request)!;
  };
  const keysFor = async (requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]> => {
    // Refused before any is made.
    for (const request of requests) pick(keysOf(subjects.get(request.subject), master), request);
    return requests.map(take);
  };
  return {
    keysFor,
    keyFor: async (subject, keyClass) => (await keysFor([{ subject, keyClass }]))[0]!,
    key: async (subject, version) => opening(keysOf(subjects.get(subject), master), version),
    erase: async (id, erasure) => change(id, (before) => withoutResidentKeys(before, erasure)).erasure!,
    hold: async (id, hold) => void change(id, (before) => withHold(before, hold)),
  };
};
