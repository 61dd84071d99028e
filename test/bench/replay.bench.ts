import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type EventType, eventTypes } from '@panshi/contracts';
import { type ImportedEvent, openSqliteEventStore, type RecordedEvent } from '@panshi/event-store';
import { gridBoard } from '@panshi/grid';
import { v7 } from 'uuid';
import { demoData } from '../support/demo-data.ts';
import { interleave, perSecond, type Bench } from './bench.ts';

const count = 200_000;
const recordedAt = '2026-11-01T08:00:00.000Z';

/** What replay folds: takes an event, keeps what it makes of it in memory. A fresh one for each run. */
export type StartFold = () => (event: RecordedEvent) => void;

/** Events through the store and a fold ÷ the same rows selected and parsed, and nothing else. */
export const replayBench = (startFold: StartFold, of: string): Bench => ({
  name: 'replay',
  run: async () => {
    const folder = mkdtempSync(join(tmpdir(), 'panshi-bench-'));
    const path = join(folder, 'log.db');
    const store = await openSqliteEventStore({ path });
    await store.import(await gridEvents());
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

/** The grid board, in memory: what a projector does, without storing. Sealed values stay sealed. */
const gridBoardFold: StartFold = () => {
  const board = new Map<string, Doc>();
  return (recorded) => {
    const event = { ...recorded, data: eventTypes[recorded.type as EventType].fromJSON(recorded.data) } as never;
    for (const id of gridBoard.keys(event)) {
      const document = gridBoard.evolve(board.get(id), event, id);
      if (document) board.set(id, document);
      else board.delete(id);
    }
  };
};

type Doc = NonNullable<ReturnType<typeof gridBoard.evolve>>;

/** The demo's events of grids, again and again until there are enough. */
const gridEvents = async (): Promise<readonly ImportedEvent[]> => {
  const { data, remove } = await demoData();
  const store = await openSqliteEventStore({ path: join(data, 'events.db') });
  const demo: RecordedEvent[] = [];
  for await (const event of store.readAll({ types: gridBoard.from })) demo.push(event);
  await store.close();
  remove();
  return Array.from({ length: count }, (_, i) => {
    const event = demo[i % demo.length] as RecordedEvent;
    return { ...event, id: v7(), stream: `${event.stream}-${Math.floor(i / demo.length)}`, recordedAt };
  });
};

/** Reading history. */
export const replay: readonly Bench[] = [replayBench(gridBoardFold, 'grid-board')];
