import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { KeyRequest, KeyStore } from './key-store.ts';

export interface OpenKeyStore {
  readonly keys: KeyStore;
  close(): Promise<void>;
}

const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };
const hold = { ground: 'audit', approver: 'auditor-1', until: '2026-06-01T00:00:00.000Z' };
const resident = (subject: string): KeyRequest => ({ subject, keyClass: 'resident' });

/** What every key store must do; `open` gives an empty one. */
export const keyStoreContract = (name: string, open: () => Promise<OpenKeyStore>): void =>
  describe(`key store: ${name}`, () => {
    let opened: OpenKeyStore;
    let keys: KeyStore;
    beforeEach(async () => {
      opened = await open();
      keys = opened.keys;
    });
    afterEach(() => opened.close());

    it('creates a key of 32 bytes at first use and returns the same one afterwards', async () => {
      const first = await keys.keyFor('a', 'resident');
      expect(first.version).toBe(1);
      expect(first.key).toHaveLength(32);
      expect(await keys.keyFor('a', 'resident')).toEqual(first);
      expect(await keys.key('a', 1)).toEqual(first.key);
    });

    it('gives racing first users of one subject one key', async () => {
      const all = await Promise.all(Array.from({ length: 50 }, () => keys.keyFor('a', 'resident')));
      expect(new Set(all.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1);
    });

    it('gives each subject a key of its own', async () => {
      const made = await keys.keysFor(Array.from({ length: 1000 }, (_, i) => resident(`p-${i}`)));
      expect(new Set(made.map(({ key }) => Buffer.from(key).toString('hex'))).size).toBe(1000);
      expect((await keys.keyFor('p-7', 'resident')).key).toEqual(made[7]?.key);
    });

    it('answers a batch in the order asked, the same subject twice with the same key', async () => {
      const [a, b, again] = await keys.keysFor([resident('a'), resident('b'), resident('a')]);
      expect(again).toEqual(a);
      expect(await keys.keysFor([resident('b'), resident('a')])).toEqual([b, a]);
    });

    it('keeps the keys of the two classes apart, also when the first was in use before', async () => {
      const duty = await keys.keyFor('a', 'duty');
      expect(await keys.keyFor('a', 'duty')).toEqual(duty);
      const asResident = await keys.keyFor('a', 'resident');
      expect([duty.version, asResident.version]).toEqual([1, 2]);
      expect(asResident.key).not.toEqual(duty.key);
      expect(await keys.key('a', 2)).toEqual(asResident.key);
    });

    it('knows nothing of a key that never was', async () => {
      await keys.keyFor('a', 'resident');
      expect(await keys.key('a', 2)).toBeUndefined();
      expect(await keys.key('b', 1)).toBeUndefined();
    });

    it('erases: the key is gone for good, other subjects and duty keys stay', async () => {
      await keys.keysFor([resident('a'), { subject: 'a', keyClass: 'duty' }, resident('b')]);
      const others = [await keys.key('a', 2), await keys.key('b', 1)];
      expect(await keys.erase('a', erasure)).toEqual(erasure);
      expect(await keys.key('a', 1)).toBe('erased');
      expect([await keys.key('a', 2), await keys.key('b', 1)]).toEqual(others);
      expect((await keys.keyFor('a', 'duty')).key).toEqual(others[0]);
    });

    it('gives an erased subject no new key, and then creates none of the batch', async () => {
      await keys.keyFor('a', 'resident');
      await keys.erase('a', erasure);
      await expect(keys.keysFor([resident('new'), resident('a')])).rejects.toMatchObject({
        code: 'privacy.subject-erased',
      });
      expect(await keys.key('new', 1)).toBeUndefined();
    });

    it('erasing again changes nothing and returns the first erasure', async () => {
      await keys.keyFor('a', 'resident');
      await keys.erase('a', erasure);
      expect(await keys.erase('a', { ...erasure, approver: 'officer-2' })).toEqual(erasure);
    });

    it('refuses to erase who has no resident key', async () => {
      await keys.keyFor('a', 'duty');
      const refusal = { code: 'privacy.subject-unknown', kind: 'not-found' };
      await expect(keys.erase('a', erasure)).rejects.toMatchObject(refusal);
      await expect(keys.erase('nobody', erasure)).rejects.toMatchObject(refusal);
    });

    it('a hold defers an erasure until its end', async () => {
      const { key } = await keys.keyFor('a', 'resident');
      await keys.hold('a', hold);
      await expect(keys.erase('a', erasure)).rejects.toMatchObject({
        code: 'privacy.erasure-held',
        params: { subject: 'a', ground: 'audit', until: hold.until },
      });
      expect(await keys.key('a', 1)).toEqual(key);
      await keys.erase('a', { ...erasure, at: hold.until });
      expect(await keys.key('a', 1)).toBe('erased');
    });

    it('the longest of several holds counts; one placed again with another end replaces itself only', async () => {
      await keys.keyFor('a', 'resident');
      await keys.hold('a', hold);
      await keys.hold('a', { ...hold, ground: 'discipline', until: '2026-04-01T00:00:00.000Z' });
      await expect(keys.erase('a', erasure)).rejects.toMatchObject({ params: { ground: 'audit' } });
      await keys.hold('a', { ...hold, until: erasure.at });
      await expect(keys.erase('a', erasure)).rejects.toMatchObject({ params: { ground: 'discipline' } });
    });

    it('a hold on one subject leaves others erasable', async () => {
      await keys.keysFor([resident('a'), resident('b')]);
      await keys.hold('a', hold);
      expect(await keys.erase('b', erasure)).toEqual(erasure);
    });
  });
