import { randomBytes } from 'node:crypto';
import { reject } from '../rejections.ts';
import type { Erasure, Hold, KeyClass, KeyRequest, KeyStore, SubjectKey } from './key-store.ts';

interface Subject {
  readonly keys: { readonly keyClass: KeyClass; key: Uint8Array | 'erased' }[];
  readonly holds: Map<string, Hold>;
  erasure?: Erasure;
}

/** Keys in memory, for tests. */
export const memoryKeyStore = (): KeyStore => {
  const subjects = new Map<string, Subject>();
  const find = (id: string): Subject => {
    const subject = subjects.get(id) ?? { keys: [], holds: new Map<string, Hold>() };
    subjects.set(id, subject);
    return subject;
  };
  const refuseErased = ({ subject, keyClass }: KeyRequest): void => {
    if (keyClass === 'resident' && subjects.get(subject)?.erasure) reject('privacy.subject-erased', { subject });
  };
  const take = ({ subject: id, keyClass }: KeyRequest): SubjectKey => {
    const { keys } = find(id);
    const version = keys.findIndex((each) => each.keyClass === keyClass) + 1 || keys.length + 1;
    const key = (keys[version - 1] ??= { keyClass, key: randomBytes(32) }).key;
    if (key === 'erased') return reject('privacy.subject-erased', { subject: id });
    return { version, key };
  };
  const keysFor = async (requests: readonly KeyRequest[]): Promise<readonly SubjectKey[]> => {
    requests.forEach(refuseErased);
    return requests.map(take);
  };
  return {
    keysFor,
    keyFor: async (subject, keyClass) => (await keysFor([{ subject, keyClass }]))[0]!,
    key: async (subject, version) => subjects.get(subject)?.keys[version - 1]?.key,
    erase: async (id, erasure) => {
      const subject = subjects.get(id);
      if (subject?.erasure) return subject.erasure;
      const keys = (subject?.keys ?? []).filter(({ keyClass }) => keyClass === 'resident');
      if (!subject || keys.length === 0) return reject('privacy.subject-unknown', { subject: id });
      const hold = [...subject.holds.values()].sort((a, b) => b.until.localeCompare(a.until))[0];
      if (hold && hold.until > erasure.at)
        reject('privacy.erasure-held', { subject: id, ground: hold.ground, until: hold.until });
      for (const each of keys) each.key = 'erased';
      return (subject.erasure = erasure);
    },
    hold: async (id, hold) => void find(id).holds.set(hold.ground, hold),
  };
};
