import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import fc from 'fast-check';
import { foldTallies, tally, tallyAll, tallyView } from '../contract/tally.ts';
import type { ViewDefinition } from '../view.ts';
import { FoldedView } from './folded-view.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { growSnapshots } from './snapshot-growth.ts';
import { Overtaken } from './view-snapshots.ts';

const density = { least: 10, parts: 4 };
const signal = new AbortController().signal;
const rest = async (): Promise<void> => undefined;

/** A log in which documents live for a while, one after the other. */
const living = (count: number, from = 0) =>
  Array.from({ length: count }, (_, i) => ({
    ids: [`d-${Math.floor((from + i) / 6)}`, `d-${(from + i) % 5}`],
    add: i % 7,
  }));

describe('snapshots', () => {
  let directory: string;
  let path: string;
  let log: EventStore;
  let file: SnapshotFile;

  const open = (...views: readonly ViewDefinition[]): void => {
    file = new SnapshotFile(path, views.length > 0 ? views : [tallyView() as ViewDefinition]);
  };
  const grow = (over: Partial<Parameters<typeof growSnapshots>[0]> = {}): Promise<void> =>
    growSnapshots({ log, views: file.views, density, rest, ...over }, signal);
  const documentsAt = async (ordinal: number) => {
    const position = toPosition(ordinal);
    const folded = new FoldedView(file.views[0]!, position);
    await folded.foldTo(position, log, () => true);
    const page = await folded.read(position, (reader) => reader.find({ limit: 200 }));
    folded.close();
    return page!.items;
  };
  const expectedAt = (ordinal: number) => foldTallies(log.readAll({ upTo: toPosition(ordinal) }));

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-snapshots-'));
    path = join(directory, 'past.tally.db');
    log = openMemoryEventStore();
    await tallyAll(log, living(700));
    open();
  });
  afterEach(() => {
    file.close();
    rmSync(directory, { recursive: true });
  });

  it('interrupted at any point are as far as they had come, and go on from there', async () => {
    const events = log;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 699 }), fc.integer({ min: 0, max: 700 }), async (cut, ordinal) => {
        file.views[0]!.drop();
        const torn = Object.assign(Object.create(events) as EventStore, {
          head: () => events.head(),
          async *readAll(options: Parameters<EventStore['readAll']>[0]) {
            for await (const event of events.readAll(options)) {
              if (event.position > toPosition(cut)) throw new Error('killed');
              yield event;
            }
          },
        });
        await expect(grow({ log: torn })).rejects.toThrow('killed');
        file.close();
        open();
        expect(await documentsAt(ordinal)).toEqual(await expectedAt(ordinal));
        await grow();
        expect(await documentsAt(ordinal)).toEqual(await expectedAt(ordinal));
      }),
      { numRuns: 10 },
    );
  });

  it('half written are never used', async () => {
    await grow();
    const [snapshots] = file.views;
    const marks = snapshots!.marks();
    const last = marks.at(-1)!;
    const broken = { id: 'd-1', seen: '', document: { _id: 'd-1' } };
    const unwritable = {
      id: 'd-2',
      seen: '',
      document: {
        _id: 'd-2',
        toJSON: () => {
          throw new Error('disk full');
        },
      },
    };
    const marked = {
      position: toPosition(900),
      events: 900,
      changed: [broken, unwritable],
      parked: [],
      witness: undefined,
    };
    expect(() => snapshots!.add(marked, last, density)).toThrow('disk full');
    expect(snapshots!.marks()).toEqual(marks);
    expect(await documentsAt(700)).toEqual(await expectedAt(700));
  });

  it('lie the further apart the older they are, and keep little beside what is there now', async () => {
    await grow();
    const marks = file.views[0]!.marks();
    const gaps = marks.map(({ events }, i) => events - (marks[i - 1]?.events ?? 0));
    expect(gaps.at(0)).toBeGreaterThan(gaps.at(-2)!);
    const db = new DatabaseSync(path, { readOnly: true });
    const sums = db.prepare(
      `SELECT sum(octet_length(document)) AS there, (SELECT sum(octet_length(documents)) FROM ended) AS ended FROM "tally@1"`,
    );
    const { there, ended } = sums.get() as { there: number; ended: number };
    db.close();
    expect(there + ended).toBeLessThanOrEqual(1.5 * there);
  });

  it('show a moment that is held as it was then, as they grow on', async () => {
    for (let i = 0; i < 300; i++) await tally(log, { ids: [`lasting-${i}`] });
    const dense = { least: 10, parts: 1000 };
    await grow({ density: dense });
    const position = toPosition(655);
    const folded = new FoldedView(file.views[0]!, position);
    await folded.foldTo(position, log, () => true);
    const expected = (await expectedAt(655)).slice(0, 200);
    for (let i = 0; i < 3; i++) {
      for (const each of living(12, 640)) await tally(log, each);
      await grow({ density: dense });
      expect((await folded.read(position, (reader) => reader.find({ limit: 200 })))?.items).toEqual(expected);
    }
    folded.close();
  });

  it('go with the version of their view', async () => {
    await grow();
    file.close();
    open(tallyView({ version: 2 }) as ViewDefinition);
    const db = new DatabaseSync(path, { readOnly: true });
    const left = db.prepare(`SELECT name FROM sqlite_schema WHERE name LIKE '%tally@1%'`).all();
    db.close();
    expect(left).toEqual([]);
    expect(file.views[0]!.marks()).toEqual([]);
  });

  it('of another log are begun anew', async () => {
    await grow();
    log = openMemoryEventStore();
    await tallyAll(log, living(300, 4000));
    await grow();
    expect(await documentsAt(280)).toEqual(await expectedAt(280));
  });

  it('in a file that is damaged are begun anew', async () => {
    await grow();
    file.close();
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    writeFileSync(path, 'no database at all'.repeat(300));
    open();
    await grow();
    expect(await documentsAt(333)).toEqual(await expectedAt(333));
  });

  it('are kept by one of two processes with the same file', async () => {
    const other = new SnapshotFile(path, [tallyView() as ViewDefinition]);
    await grow();
    const since = file.views[0]!.marks().at(-2);
    const marked = { position: toPosition(700), events: 700, changed: [], parked: [], witness: undefined };
    expect(() => other.views[0]!.add(marked, since, density)).toThrow(Overtaken);
    other.close();
  });
});
