import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import fc from 'fast-check';
import { foldTallies, poison, tallyAll, tallyView } from '../contract/tally.ts';
import { Past, type PastOptions } from './past.ts';

const all = Array.from({ length: 200 }, (_, i) => ({
  ids: [`d-${i % 7}`, `d-${(i * 3) % 11}`],
  add: (i % 5) + 1,
  delete: i % 13 === 0,
}));

describe('a past moment', () => {
  let directory: string;
  let events: EventStore;
  let read: { after: string | undefined; upTo: string | undefined }[];
  let past: Past;
  let gate: Promise<void>;

  beforeEach(async () => {
    poison.on = false;
    directory = mkdtempSync(join(tmpdir(), 'panshi-as-of-'));
    const log = openMemoryEventStore();
    await tallyAll(log, all);
    [read, gate] = [[], Promise.resolve()];
    events = Object.assign(Object.create(log) as EventStore, {
      head: () => log.head(),
      async *readAll(options: { after?: string; upTo?: string }) {
        read.push({ after: options.after, upTo: options.upTo });
        await gate;
        yield* log.readAll(options);
      },
    });
  });
  afterEach(async () => {
    await past.close();
    expect(readdirSync(directory)).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  const opened = async (over: Partial<PastOptions> = {}): Promise<void> => {
    past = await Past.open({ events, directory, ...over });
  };
  const soon = (): number => Date.now() + 20_000;
  const itemsAt = async (ordinal: number) => {
    const { views, release } = await past.asOf([tallyView()], toPosition(ordinal), soon());
    const { items } = await views.of(tallyView()).find({ limit: 200 });
    release();
    return items;
  };
  const held = (): (() => void) => {
    let open = (): void => undefined;
    gate = new Promise((resolve) => (open = resolve));
    return open;
  };

  it('is what one fold of the log up to it gives, in whatever order moments are asked for', async () => {
    await opened();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: all.length }), async (ordinal) => {
        const expected = await foldTallies(events.readAll({ upTo: toPosition(ordinal) }));
        expect(await itemsAt(ordinal)).toEqual(expected);
      }),
      { numRuns: 12 },
    );
  });

  it('is folded once for all who ask for it', async () => {
    await opened();
    await Promise.all([itemsAt(50), itemsAt(50), itemsAt(50)]);
    await itemsAt(50);
    expect(read.length).toBe(1);
  });

  it('is folded from the nearest moment before it that is at hand', async () => {
    await opened();
    await itemsAt(50);
    await itemsAt(20);
    await itemsAt(60);
    expect(read.map(({ after, upTo }) => [after, upTo])).toEqual([
      [undefined, toPosition(50)],
      [undefined, toPosition(20)],
      [toPosition(50), toPosition(60)],
    ]);
  });

  it('is refused as busy when too many are being folded or wait', async () => {
    await opened({ folding: 1, waiting: 1 });
    const open = held();
    const [one, two] = [itemsAt(50), itemsAt(60)];
    await expect(itemsAt(70)).rejects.toMatchObject({ code: 'view.as-of-busy' });
    open();
    expect((await Promise.all([one, two])).length).toBe(2);
    expect(await itemsAt(70)).toEqual(await foldTallies(events.readAll({ upTo: toPosition(70) })));
  });

  it('is late at the deadline, and there for who asks again', async () => {
    await opened();
    const open = held();
    const asked = past.asOf([tallyView()], toPosition(50), Date.now() - 1);
    await expect(asked).rejects.toMatchObject({ code: 'view.as-of-late' });
    open();
    await itemsAt(50);
    expect(read.length).toBe(1);
  });

  it('is kept while in use, and as long as it is among the last used', async () => {
    await opened({ kept: 2 });
    const first = await past.asOf([tallyView()], toPosition(10), soon());
    for (const ordinal of [20, 30, 40]) await itemsAt(ordinal);
    expect(await first.views.of(tallyView()).count()).toBeGreaterThan(0);
    read = [];
    await itemsAt(10);
    await itemsAt(40);
    expect(read).toEqual([]);
    await itemsAt(20);
    expect(read).toHaveLength(1);
    first.release();
    first.release();
  });

  it('of a fold that fails is tried anew by who asks next, and leaves no file', async () => {
    await opened();
    gate = Promise.reject(new Error('log unavailable'));
    gate.catch(() => undefined);
    await expect(itemsAt(50)).rejects.toThrow('log unavailable');
    const [folder] = readdirSync(directory);
    expect(readdirSync(join(directory, folder!))).toEqual([]);
    gate = Promise.resolve();
    expect(await itemsAt(50)).toEqual(await foldTallies(events.readAll({ upTo: toPosition(50) })));
  });

  it('shows only the views that were asked for', async () => {
    await opened();
    const { views } = await past.asOf([tallyView()], toPosition(5), soon());
    expect(() => views.of(tallyView({ name: 'other' }))).toThrow('other was not folded');
  });

  it('leaves no file when closed in the midst of a fold', async () => {
    await opened();
    const open = held();
    const asked = itemsAt(50);
    const closed = past.close();
    open();
    await expect(asked).rejects.toThrow();
    await closed;
    expect(existsSync(directory)).toBe(true);
  });
});
