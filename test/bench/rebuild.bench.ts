import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventStore } from '@panshi/event-store';
import { interleave, perSecond, type Bench } from './bench.ts';
import { caseLog } from './case-log.ts';

const size = 1_000_000;
const rounds = 3;
const mostMiB = 700;

interface Rebuilt {
  readonly seconds: number;
  readonly count: number;
  readonly maxRssMiB: number;
}

/** In a process of its own, whose memory is then that of the rebuild. */
const rebuildOnce = async (log: string, target: string): Promise<Rebuilt> => {
  for (const suffix of ['', '-wal', '-shm']) rmSync(target + suffix, { force: true });
  const child = fork(new URL('./rebuild-once.ts', import.meta.url), [log, target]);
  const [rebuilt] = (await once(child, 'message')) as [Rebuilt];
  await once(child, 'exit');
  return rebuilt;
};

const rebuildBench: Bench = {
  name: 'rebuild',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
    const log = join(folder, 'log.db');
    try {
      const store = await openSqliteEventStore({ path: log });
      await store.import(caseLog(size));
      await store.close();
      const raw = new DatabaseSync(log, { readOnly: true });
      const select = raw.prepare('SELECT position, CAST(envelope AS TEXT) AS envelope FROM events ORDER BY position');
      const parse = (): void => {
        for (const row of select.iterate()) JSON.parse(row['envelope'] as string);
      };
      let [documents, maxRssMiB] = [0, 0];
      const rebuild = async (): Promise<number> => {
        const rebuilt = await rebuildOnce(log, join(folder, 'views.db'));
        documents = rebuilt.count;
        maxRssMiB = Math.max(maxRssMiB, Math.round(rebuilt.maxRssMiB));
        return size / rebuilt.seconds;
      };
      const figures = await interleave(rounds, rebuild, () => perSecond(size, parse));
      raw.close();
      if (maxRssMiB > mostMiB) throw new Error(`the rebuild took ${maxRssMiB} MiB of memory, more than ${mostMiB}`);
      const note = `case-board of ${documents} cases stored, at most ${maxRssMiB} MiB resident ÷ select + JSON.parse`;
      return { unit: 'events/s', ...figures, note };
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};

/** Building a view anew. */
export const rebuild: readonly Bench[] = [rebuildBench];
