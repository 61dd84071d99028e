import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { openKeys } from '../open-keys.ts';
import type { Keys } from '../open-keys.ts';
import { keyStoreContract } from './key-store.contract.ts';

const root = mkdtempSync(join(tmpdir(), 'panshi-keys-'));
let count = 0;
const fresh = (): string => join(root, `${++count}`, 'keys.db');
afterAll(() => rmSync(root, { recursive: true }));

const erasure = { ground: 'pipl-47', approver: 'officer-1', at: '2026-03-01T08:00:00.000Z' };

keyStoreContract('sqlite', () => openKeys({ path: fresh() }));
keyStoreContract('sqlite without room to cache', () => openKeys({ path: fresh(), cacheSize: 1 }));

describe('keys in SQLite', () => {
  let path: string;
  beforeEach(() => {
    path = fresh();
  });
  const withKeys = async <T>(work: (opened: Keys) => Promise<T>): Promise<T> => {
    const opened = await openKeys({ path });
    return work(opened).finally(opened.close);
  };
  const bytesOnDisk = (): Buffer => {
    const directory = join(path, '..');
    return Buffer.concat(
      readdirSync(directory)
        .filter((name) => name.startsWith('keys.db'))
        .map((name) => readFileSync(join(directory, name))),
    );
  };

  it('outlive a restart, erasures too', async () => {
    const before = await withKeys(async ({ keys }) => {
      await keys.keyFor('b', 'resident');
      await keys.erase('b', erasure);
      return keys.keyFor('a', 'resident');
    });
    await withKeys(async ({ keys }) => {
      expect(await keys.key('a', 1)).toEqual(before.key);
      expect(await keys.key('b', 1)).toBe('erased');
    });
  });

  it('never lie on the disk unwrapped', () =>
    withKeys(async ({ keys }) => {
      const { key } = await keys.keyFor('a', 'resident');
      expect(bytesOnDisk().includes(Buffer.from('resident'))).toBe(true);
      expect(bytesOnDisk().includes(Buffer.from(key))).toBe(false);
    }));

  it('leave no wrapped bytes behind in database or write-ahead log when erased', () =>
    withKeys(async ({ keys }) => {
      await keys.keysFor(Array.from({ length: 200 }, (_, i) => ({ subject: `p-${i}`, keyClass: 'resident' as const })));
      const wrapped = await wrappedKey(path, 'p-100');
      expect(bytesOnDisk().includes(wrapped)).toBe(true);
      await keys.erase('p-100', erasure);
      expect(bytesOnDisk().includes(wrapped)).toBe(false);
    }));

  it('erased by one process are closed to another that had them in memory', () =>
    withKeys(({ keys: here }) =>
      withKeys(async ({ keys: there }) => {
        await here.keyFor('a', 'resident');
        await there.keyFor('a', 'resident');
        await there.key('a', 1);
        await here.erase('a', erasure);
        expect(await there.key('a', 1)).toBe('erased');
        await expect(there.keyFor('a', 'resident')).rejects.toMatchObject({ code: 'privacy.subject-erased' });
      }),
    ));

  it('are one for racing processes, whichever creates first', () =>
    withKeys(({ keys: here }) =>
      withKeys(async ({ keys: there }) => {
        const subjects = Array.from({ length: 300 }, (_, i) => `p-${i}`);
        const take = (keys: Keys['keys']) => Promise.all(subjects.map((subject) => keys.keyFor(subject, 'resident')));
        const [one, other] = await Promise.all([take(here), take(there)]);
        expect(one).toEqual(other);
      }),
    ));

  it('of a new class made by another process are seen though the subject is in memory', () =>
    withKeys(({ keys: here }) =>
      withKeys(async ({ keys: there }) => {
        await here.keyFor('a', 'duty');
        await here.key('a', 1);
        const made = await there.keyFor('a', 'resident');
        expect(await here.key('a', 2)).toEqual(made.key);
        expect(await here.keyFor('a', 'resident')).toEqual(made);
      }),
    ));

  it('asked for at once: one refused takes no other down', () =>
    withKeys(async ({ keys }) => {
      await keys.keyFor('erased', 'resident');
      await keys.erase('erased', erasure);
      const outcomes = await Promise.allSettled(
        ['a', 'erased', 'b'].map((subject) => keys.keyFor(subject, 'resident')),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    }));

  it('are refused once closed', async () => {
    const { keys, close } = await openKeys({ path });
    await close();
    await expect(keys.keyFor('a', 'resident')).rejects.toThrow();
  });
});

const wrappedKey = async (path: string, subject: string): Promise<Buffer> => {
  const { DatabaseSync } = await import('node:sqlite');
  const db = new DatabaseSync(path, { readOnly: true });
  const row = db.prepare('SELECT wrapped FROM subject_key WHERE subject = ?').get(subject);
  db.close();
  return Buffer.from(row?.['wrapped'] as Uint8Array);
};
