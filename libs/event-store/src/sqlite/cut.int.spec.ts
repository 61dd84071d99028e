import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEvent, any } from '../contract/sample.ts';
import type { EventStore } from '../port.ts';
import { copyLog, cut, logParts, read } from './fixtures/cutting.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const cuts = Math.max(1000, Number(process.env['PANSHI_FAULT_RUNS'] ?? 0));

/** How far a log has been carried over into its main file when it is cut. */
const states = {
  'with everything in the WAL': async () => {},
  'checkpointed and written on': async (store: EventStore, checkpoint: () => void) => {
    checkpoint();
    await append(store, 12);
  },
  'checkpointed just now, its WAL not begun anew': async (_: EventStore, checkpoint: () => void) => checkpoint(),
  closed: async (store: EventStore) => store.close(),
};

const acknowledged: string[] = [];

const append = async (store: EventStore, count: number): Promise<void> => {
  for (let i = 0; i < count; i++) {
    const batch = [0, 1].map((n) =>
      anEvent({ type: `T${i % 3}`, data: { text: '石'.repeat((i * 97 + n * 700) % 1500) } }),
    );
    await store.append(`s-${i % 5}`, batch, any());
    acknowledged.push(...batch.map(({ id }) => id));
  }
};

describe.each(Object.entries(states))('a log %s', (_, carryOn) => {
  let original: string;
  let expected: string[];
  beforeAll(async () => {
    acknowledged.length = 0;
    const path = folder.file();
    const store = await openSqliteEventStore({ path });
    await append(store, 20);
    const other = new DatabaseSync(path);
    await carryOn(store, () => other.exec('PRAGMA wal_checkpoint(PASSIVE)'));
    other.close();
    original = copyLog(path, folder.file());
    expected = [...acknowledged];
    await store.close();
  });

  it('is read whole when it is not cut', () => {
    expect(read(copyLog(original, folder.file()))).toEqual(expected);
  });

  it(`cut at ${cuts / 4} random bytes is intact or refused, and left as it is`, () => {
    const copy = folder.file();
    const outcomes = { intact: 0, refused: 0 };
    fc.assert(
      fc.property(fc.constantFrom(...logParts(original)), fc.nat(), (part, random) => {
        copyLog(original, copy);
        cut(copy, part, random);
        const found = read(copy);
        outcomes[found === 'refused' ? 'refused' : 'intact'] += 1;
        if (found !== 'refused') expect(found).toEqual(expected);
      }),
      { numRuns: cuts / 4 },
    );
    expect(outcomes.refused).toBeGreaterThan(0);
  });
});
