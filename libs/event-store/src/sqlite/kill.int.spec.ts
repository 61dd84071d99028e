import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { all } from '../contract/sample.ts';
import { copyLog, cut, logParts, read } from './fixtures/cutting.ts';
import { runAppender } from './fixtures/appender-process.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

const kills = Number(process.env['PANSHI_FAULT_RUNS'] ?? 20);

describe('a process killed while it appends', () => {
  it(`loses nothing it has acknowledged, ${kills} times in a row, nor does a cut afterwards go unnoticed`, async () => {
    const path = folder.file();
    const acknowledged: string[] = [];
    const missing = (found: readonly string[] | 'refused') => {
      const ids = new Set(found);
      return acknowledged.filter((id) => !ids.has(id));
    };
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 300 }),
      fc.infiniteStream(fc.nat()),
      async (n, random) => {
        acknowledged.push(...(await runAppender(path, { killAfter: n })));
        for (const part of logParts(path)) {
          const copy = copyLog(path, folder.file());
          cut(copy, part, random.next().value!);
          const found = read(copy);
          if (found !== 'refused') expect(missing(found)).toEqual([]);
        }
        expect(missing(read(copyLog(path, folder.file())))).toEqual([]);
      },
    );
    await fc.assert(property, { numRuns: kills, endOnFailure: true });
    const store = await openSqliteEventStore({ path });
    const log = await all(store);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, i) => i + 1));
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
    await store.close();
  }, 600_000);
});
