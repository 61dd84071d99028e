import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, type EventStore, type ImportedEvent } from '@panshi/event-store';
import { appendAll } from './append.bench.ts';
import { interleave, perSecond, type Bench } from './bench.ts';
import { eventsOf } from './log-data.ts';

const small = 50_000;
const large = Number(process.env['PANSHI_BENCH_GROWTH'] ?? 5_000_000);
const measured = 20_000;

/** History made as it is read, so that it is never in memory as a whole. */
function* history(count: number): Generator<ImportedEvent> {
  const start = Date.UTC(2024, 0, 1);
  for (let made = 0; made < count; made += 1000) {
    for (const [i, event] of eventsOf(Math.min(1000, count - made)).entries()) {
      const recordedAt = new Date(start + (made + i) * 10).toISOString();
      yield { ...event, stream: `case-${event.id}`, commandId: event.id, occurredAt: recordedAt, recordedAt };
    }
  }
}

const filled = async (path: string, count: number): Promise<EventStore> => {
  const store = await openSqliteEventStore({ path });
  await store.import(history(count));
  return store;
};

/** The same appends on a small log and on a large one. */
export const growth: readonly Bench[] = [
  {
    name: 'growth',
    run: async () => {
      const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
      const start = performance.now();
      const smallLog = await filled(join(folder, 'small.db'), small);
      const largeLog = await filled(join(folder, 'large.db'), large);
      const seconds = Math.round((performance.now() - start) / 1000);
      const rate = (store: EventStore) => {
        const events = eventsOf(measured);
        return perSecond(measured, () => appendAll(store, events, 100));
      };
      try {
        const figures = await interleave(
          7,
          () => rate(largeLog),
          () => rate(smallLog),
        );
        const note = `append.concurrent at ${large} events ÷ at ${small}; filled by import in ${seconds} s`;
        return { unit: 'events/s', ...figures, note };
      } finally {
        await smallLog.close();
        await largeLog.close();
        rmSync(folder, { recursive: true });
      }
    },
  },
];
