import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteEventStore, type RecordedEvent } from '@panshi/event-store';
import { interleave, perSecond, type Bench } from './bench.ts';
import { eventsOf } from './log-data.ts';

const count = 200_000;

/** What replay folds: takes an event, keeps what it makes of it in memory. A fresh one for each run. */
export type StartFold = () => (event: RecordedEvent) => void;

/** Events through the store and a fold ÷ the same rows selected and parsed, and nothing else. */
export const replayBench = (startFold: StartFold, of: string): Bench => ({
  name: 'replay',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
    const path = join(folder, 'log.db');
    const store = await openSqliteEventStore({ path });
    const recordedAt = '2026-03-01T08:00:00.000Z';
    await store.import(
      eventsOf(count).map((event) => ({ ...event, stream: `case-${event.id}`, commandId: event.id, recordedAt })),
    );
    const raw = new DatabaseSync(path, { readOnly: true });
    const select = raw.prepare('SELECT position, CAST(envelope AS TEXT) AS envelope FROM events ORDER BY position');
    const replay = async () => {
      const fold = startFold();
      for await (const event of store.readAll()) fold(event);
    };
    const parse = () => {
      for (const row of select.iterate()) JSON.parse(row['envelope'] as string);
    };
    try {
      const figures = await interleave(
        7,
        () => perSecond(count, replay),
        () => perSecond(count, parse),
      );
      return { unit: 'events/s', ...figures, note: `${count} events read and folded into ${of} ÷ select + JSON.parse` };
    } finally {
      raw.close();
      await store.close();
      rmSync(folder, { recursive: true });
    }
  },
});

interface GridTally {
  reported: number;
  lastAt: string;
}

const byGrid: StartFold = () => {
  const grids = new Map<string, GridTally>();
  return (event) => {
    const { grid } = event.data as { grid: string };
    const tally = grids.get(grid) ?? { reported: 0, lastAt: '' };
    grids.set(grid, { reported: tally.reported + 1, lastAt: event.occurredAt });
  };
};

/** Reading history. */
export const replay: readonly Bench[] = [replayBench(byGrid, 'a tally of each grid')];
