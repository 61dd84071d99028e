import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { Schema } from '../schema.ts';
import { FakeClock } from '../contract/fake-clock.ts';
import { defineTimer, type DueDocument, type TimerDefinition } from '../reactor.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import { defineView } from '../view.ts';
import type { ViewStore, ViewTable } from '../view-store.ts';
import type { Issued, RejectedReaction } from './issuing.ts';
import { runTimer, type TimerOptions } from './timer-runner.ts';

class Remind {
  constructor(
    readonly of: string,
    readonly now: string,
  ) {}
}

const dues = defineView<DueDocument, never>({
  name: 'dues',
  version: 1,
  schema: new Schema({ _id: String, dueAt: { type: String, index: true } }),
  from: [],
  keys: () => [],
  evolve: (document) => document,
});

const reminder = defineTimer({
  regions: () => ['320113'],
  name: 'reminder',
  issues: [] as readonly (new () => object)[],
  view: dues,
  react: ({ _id }, now) => (_id.startsWith('quiet') ? undefined : { command: new Remind(_id, now) }),
}) as TimerDefinition;

describe('a timer', () => {
  let clock: FakeClock;
  let events: EventStore;
  let views: ViewStore;
  let table: ViewTable<DueDocument>;
  let stop: AbortController;
  let running: Promise<void>[];
  let issued: (Issued & Remind)[];
  let rejected: RejectedReaction[];
  let seen: number;
  /** Whether the view hears of what was issued. */
  let answered: boolean;
  let issue: (of: string) => Promise<void>;
  const start = Date.UTC(2026, 2, 2, 1);
  const at = (minutes: number): string => new Date(start + minutes * 60_000).toISOString();

  beforeEach(async () => {
    clock = new FakeClock(start);
    events = openMemoryEventStore({ clock: clock.now });
    views = await openSqliteViewStore({ path: ':memory:', clock: clock.now });
    table = await views.open(dues);
    stop = new AbortController();
    [running, issued, rejected, seen] = [[], [], [], 0];
    issue = async () => undefined;
    answered = true;
  });
  afterEach(async () => {
    stop.abort();
    await clock.until(Promise.all(running));
    await Promise.all([events.close(), views.close()]);
  });

  const due = async (all: Readonly<Record<string, string | undefined>>): Promise<void> => {
    const lease = (await table.acquire('test', 1e9))!;
    seen += 1;
    const position = String(seen).padStart(16, '0');
    const documents = Object.entries(all).map(([_id, dueAt]) => ({
      id: _id,
      seen: position,
      document: { _id, dueAt },
    }));
    await table.write(documents, position, lease);
  };
  const started = (over: Partial<TimerOptions> = {}, signal = stop.signal): Promise<void> => {
    const run = runTimer(
      {
        events,
        timer: reminder,
        views: { of: () => table as never },
        owner: 'one',
        clock,
        onRejected: (each) => void rejected.push(each),
        onError: () => undefined,
        issue: async (command, ids) => {
          const remind = command as Remind;
          await issue(remind.of);
          issued.push({ ...ids, ...remind });
          if (answered) await due({ [remind.of]: undefined });
        },
        ...over,
      },
      signal,
    );
    running.push(run);
    return run;
  };
  /** Lets hours pass in steps, and what falls due in each happen. */
  const pass = async (minutes: number): Promise<void> => {
    for (let step = 0; step < 10; step++) {
      clock.advance(minutes * 6_000);
      for (let i = 0; i < 20; i++) await setImmediate();
    }
  };
  const ofs = (): string[] => issued.map(({ of }) => of);

  it('issues a command when a document falls due, not before, the earliest first', async () => {
    await due({ late: at(120), early: at(30), never: undefined });
    void started();
    await pass(29);
    expect(ofs()).toEqual([]);
    await pass(2);
    expect(ofs()).toEqual(['early']);
    await pass(100);
    expect(ofs()[1]).toBe('late');
    expect(issued[0]!.now >= at(30) && issued[0]!.now < at(31)).toBe(true);
  });

  it('issues at once what fell due while nobody looked', async () => {
    await due({ b: at(-60), a: at(-90) });
    void started({}, stop.signal);
    await pass(0);
    expect(ofs()).toEqual(['a', 'b']);
  });

  it('notices a due time that is set or moved while it waits', async () => {
    await due({ a: at(300) });
    void started();
    await pass(5);
    await due({ a: at(7), b: at(6) });
    await pass(4);
    expect(ofs()).toEqual(['b', 'a']);
  });

  it('issues once for one due time, again for another, by ids that say so', async () => {
    await due({ a: at(1) });
    void started();
    await pass(1);
    await due({ a: at(3) });
    await pass(3);
    const ids = issued.map(({ commandId }) => commandId);
    expect([ofs(), new Set(ids).size]).toEqual([['a', 'a'], 2]);
    expect(Number.parseInt(ids[0]!.slice(0, 13).replace('-', ''), 16)).toBe(Date.parse(at(1)));
  });

  it('comes back to a document that stays due, a minute later, with the same id', async () => {
    answered = false;
    await due({ a: at(0) });
    void started();
    await pass(0.9);
    expect(ofs()).toEqual(['a']);
    await pass(0.4);
    expect(ofs()).toEqual(['a', 'a']);
    expect(issued[1]!.commandId).toBe(issued[0]!.commandId);
  });

  it('comes back to it though the clock is set back', async () => {
    answered = false;
    await due({ a: at(-600) });
    void started();
    await pass(0.1);
    clock.set(-300 * 60_000);
    await pass(0.1);
    expect(ofs()).toEqual(['a', 'a']);
  });

  it('records what a rule refuses, and goes on with the others', async () => {
    issue = async (of) => {
      if (of === 'a') throw new Rejection('case.closed');
    };
    await due({ a: at(0), b: at(0) });
    void started();
    await pass(0.1);
    expect([ofs(), rejected]).toMatchObject([
      ['b'],
      [{ by: 'reminder', cause: 'a', command: { of: 'a' }, code: 'case.closed' }],
    ]);
  });

  it('tries again for ever what cannot be done now', async () => {
    let failures = 0;
    issue = async () => {
      if (failures++ < 20) throw new Error('unavailable');
    };
    await due({ a: at(0) });
    void started();
    for (let hour = 0; hour < 5; hour++) await pass(60);
    expect([ofs()[0], failures > 20]).toEqual(['a', true]);
  });

  it('takes no reaction for nothing to do', async () => {
    await due({ quiet: at(0), a: at(0) });
    void started();
    await pass(0.1);
    expect(ofs()).toEqual(['a']);
  });

  it('reaches every document though more are due than fit on a page', async () => {
    await due(Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`d-${i}`, at(-i)])));
    void started();
    await pass(0.1);
    expect(new Set(ofs()).size).toBe(450);
  });

  it('runs in one process at a time', async () => {
    await due({ a: at(1), b: at(3) });
    const first = new AbortController();
    void started({}, first.signal);
    void started({ owner: 'two' });
    await pass(2);
    first.abort();
    await pass(2);
    expect([...new Set(ofs())]).toEqual(['a', 'b']);
    expect(ofs().filter((of) => of === 'b').length).toBe(1);
  });
});
