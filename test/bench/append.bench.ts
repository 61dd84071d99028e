import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, type EventStore, type NewEvent } from '@panshi/event-store';
import { interleave, perSecond, type Bench, type Measured } from './bench.ts';
import { eventsOf } from './log-data.ts';
import { RawLog, rawRows } from './raw-log.ts';

const rounds = 7;

/** Appends each event to a stream of its own, `inFlight` at a time. */
export const appendAll = async (store: EventStore, events: readonly NewEvent[], inFlight: number): Promise<void> => {
  const queue = events.values();
  const one = async (): Promise<void> => {
    for (const event of queue) await store.append(`case-${event.id}`, [event], { expect: 'none', commandId: event.id });
  };
  await Promise.all(Array.from({ length: inFlight }, one));
};

/** Events appended per second; making them beforehand is not counted. */
export const appendRate = (count: number, append: (events: readonly NewEvent[]) => Promise<void>): Promise<number> => {
  const events = eventsOf(count);
  return perSecond(count, () => append(events));
};

const measure = async (inFlight: number, count: number, note: string): Promise<Measured> => {
  const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
  const store = await openSqliteEventStore({ path: join(folder, 'ours.db') });
  const raw = await RawLog.create(join(folder, 'raw.db'));
  try {
    const figures = await interleave(
      rounds,
      () => appendRate(count, (events) => appendAll(store, events, inFlight)),
      () => {
        const rows = rawRows(eventsOf(count));
        return perSecond(count, () => raw.insert(rows, inFlight));
      },
    );
    return { unit: 'events/s', ...figures, note };
  } finally {
    raw.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
};

/** Durable appends against raw inserts on one thread. */
export const append: readonly Bench[] = [
  {
    name: 'append.single',
    run: () => measure(1, 1_000, 'one awaited append at a time ÷ raw commits, one event each'),
  },
  {
    name: 'append.concurrent',
    run: () => measure(100, 20_000, '100 in flight, distinct streams ÷ raw commits of 100 events'),
  },
];
