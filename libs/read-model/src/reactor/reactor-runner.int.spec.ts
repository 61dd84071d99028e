import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { FakeClock } from '../contract/fake-clock.ts';
import { otherType, poison, tally, tallyEvent, tallyType, tallyView } from '../contract/tally.ts';
import { defineReactor, type ReactorDefinition } from '../reactor.ts';
import type { Issued, RejectedReaction } from './issuing.ts';
import { passReactors } from './pass-reactors.ts';
import type { ReactorViews } from './reaction-context.ts';
import { reactorCheckpoint, type ReactorOptions, runReactor } from './reactor-runner.ts';

class Echo {
  constructor(readonly of: string) {}
}

const dataOf = (event: unknown) => (event as { data: { ids: readonly string[] } }).data;

/** Answers each tally with a command for each of its ids. */
const echo = defineReactor<never>({
  name: 'echo',
  issues: [],
  from: [tallyType as never],
  react: (event) => dataOf(event).ids.map((id) => ({ command: new Echo(id), key: id })),
}) as unknown as ReactorDefinition;

const turns = async (): Promise<void> => {
  for (let i = 0; i < 20; i++) await setImmediate();
};

describe('a reactor', () => {
  let clock: FakeClock;
  let events: EventStore;
  let stop: AbortController;
  let running: Promise<void>[];
  let issued: (Issued & { of: string })[];
  let rejected: RejectedReaction[];
  let errors: unknown[];
  let issue: (of: string) => Promise<void>;

  beforeEach(() => {
    poison.on = false;
    clock = new FakeClock();
    events = openMemoryEventStore({ clock: clock.now });
    stop = new AbortController();
    [running, issued, rejected, errors] = [[], [], [], []];
    issue = async () => undefined;
  });
  afterEach(async () => {
    stop.abort();
    await clock.until(Promise.all(running));
    await events.close();
  });

  const noViews: ReactorViews = {
    of: () => {
      throw new TypeError('no view');
    },
    reach: async () => undefined,
  };
  const started = (over: Partial<ReactorOptions> = {}, signal = stop.signal): Promise<void> => {
    const run = runReactor(
      {
        events,
        reactor: echo,
        views: noViews,
        owner: 'one',
        clock,
        onRejected: (each) => void rejected.push(each),
        onError: (error) => errors.push(error),
        issue: async (command, ids) => {
          const { of } = command as Echo;
          await issue(of);
          issued.push({ ...ids, of });
        },
        ...over,
      },
      signal,
    );
    running.push(run);
    return run;
  };
  const until = (done: () => boolean | Promise<boolean>): Promise<void> =>
    clock.until(
      (async () => {
        for (let turn = 0; !(await done()); turn++) {
          if (turn > 10_000) throw new Error('waited in vain');
          await setImmediate();
        }
      })(),
    );
  const passed = (position: string): Promise<void> =>
    until(async () => (await events.checkpoints.load(reactorCheckpoint('echo')))! >= position);
  const ofs = (): string[] => issued.map(({ of }) => of);

  it('turns events into commands, one event after the other, with ids that follow from the event', async () => {
    const { position } = await events.append('s', [tallyEvent({ ids: ['a', 'b'] })], { expect: 'any', commandId: 'c' });
    void started();
    await passed(position);
    await passed(await tally(events, { ids: ['c'] }));
    expect(ofs()).toEqual(['a', 'b', 'c']);
    const [a, b] = issued;
    expect(a!.commandId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(a!.commandId).not.toBe(b!.commandId);
    for await (const event of events.readAll({ limit: 1 })) {
      expect(a).toMatchObject({ causationId: event.id, correlationId: event.correlationId });
      expect(Number.parseInt(a!.commandId.slice(0, 13).replace('-', ''), 16)).toBe(Date.parse(event.recordedAt));
    }
    expect(a!.actor).toEqual({ account: 'system', person: 'system', post: 'echo' });
  });

  it('waits for the commands of one event before it looks at the next, a bounded number of them at a time', async () => {
    const order: string[] = [];
    let [under, most] = [0, 0];
    issue = async (of) => {
      most = Math.max(most, ++under);
      await turns();
      order.push(of);
      under -= 1;
    };
    await tally(events, { ids: ['a1', 'a2', 'a3', 'a4', 'a5'] });
    await tally(events, { ids: ['b1'] });
    void started({ concurrency: 2 });
    await until(() => order.length === 6);
    expect([order.slice(0, 5).sort(), order[5], most]).toEqual([['a1', 'a2', 'a3', 'a4', 'a5'], 'b1', 2]);
  });

  it('killed between command and checkpoint, repeats the command with the same id and skips none', async () => {
    await tally(events, { ids: ['a'] });
    await tally(events, { ids: ['b'] });
    const death = new AbortController();
    issue = async (of) => {
      if (of === 'b') death.abort();
    };
    await clock.until(started({}, death.signal));
    issue = async () => undefined;
    void started({ owner: 'two' });
    await passed(await tally(events, { ids: ['c'] }));
    expect([...new Set(ofs())]).toEqual(['a', 'b', 'c']);
    expect(new Set(issued.map(({ commandId }) => commandId)).size).toBe(3);
  });

  it('repeats nothing after a clean stop: its checkpoint is in the event store, which outlives the views', async () => {
    void started();
    await passed(await tally(events, { ids: ['a'] }));
    stop.abort();
    await clock.until(Promise.all(running));
    stop = new AbortController();
    void started({ owner: 'two' });
    await passed(await tally(events, { ids: ['b'] }));
    expect(ofs()).toEqual(['a', 'b']);
  });

  it('passes events it has nothing to do with, and saves that about once a second', async () => {
    void started();
    const position = await tally(events, { ids: [] }, otherType);
    await turns();
    expect(await events.checkpoints.load(reactorCheckpoint('echo'))).toBeUndefined();
    clock.advance(1000);
    await turns();
    expect(await events.checkpoints.load(reactorCheckpoint('echo'))).toBe(position);
  });

  it('records a reaction that a rule refused, and passes it once that is recorded', async () => {
    issue = async (of) => {
      if (of === 'a') throw new Rejection('case.already-open', { caseId: 'x' });
    };
    let recorded = false;
    const onRejected = async (each: RejectedReaction): Promise<void> => {
      if (!recorded) {
        recorded = true;
        throw new Error('cannot record now');
      }
      rejected.push(each);
    };
    void started({ onRejected });
    await passed(await tally(events, { ids: ['a', 'b'] }));
    expect(ofs()).toEqual(['b']);
    expect(rejected).toMatchObject([
      { by: 'echo', command: { of: 'a' }, code: 'case.already-open', params: { caseId: 'x' } },
    ]);
    expect(errors).toHaveLength(1);
  });

  it('tries again for ever what cannot be done now, with the same id, and goes no further', async () => {
    let failures = 0;
    const tried: string[] = [];
    const position = await tally(events, { ids: ['a'] });
    await tally(events, { ids: ['b'] });
    void started({
      issue: async (command, { commandId }) => {
        tried.push(commandId);
        if (failures++ < 50) throw new Error('unavailable');
        issued.push({ of: (command as Echo).of } as never);
      },
    });
    await until(() => failures === 40);
    expect([ofs(), await events.checkpoints.load(reactorCheckpoint('echo'))]).toEqual([[], undefined]);
    await passed(position);
    await until(() => ofs().length === 2);
    expect(ofs()).toEqual(['a', 'b']);
    expect(new Set(tried.slice(0, 51)).size).toBe(1);
  });

  it('asks the definition again, and skips nothing, where it fails', async () => {
    let failures = 0;
    const failing: ReactorDefinition = {
      ...echo,
      react: (event, context) => {
        if (failures++ < 3) throw new TypeError('not yet');
        return echo.react(event, context);
      },
    };
    void started({ reactor: failing });
    await passed(await tally(events, { ids: ['a'] }));
    expect([ofs(), errors.length]).toEqual([['a'], 3]);
  });

  it('reacts in one process at a time, and in another when that one stops', async () => {
    const first = new AbortController();
    void started({}, first.signal);
    void started({ owner: 'two' });
    await passed(await tally(events, { ids: ['a'] }));
    first.abort();
    await passed(await tally(events, { ids: ['b'] }));
    expect(ofs()).toEqual(['a', 'b']);
  });

  it('is asked only once the views it names have passed the event', async () => {
    const asked: string[] = [];
    const reach = async (names: readonly string[], position: string): Promise<void> => {
      asked.push(`${names.join()} ${position}`);
      if (asked.length < 4) throw new Error('behind');
    };
    const reactor: ReactorDefinition = {
      ...echo,
      views: [tallyView()],
      react: (event, context) => {
        expect(asked).toHaveLength(4);
        return echo.react(event, context);
      },
    };
    void started({ reactor, views: { ...noViews, reach } });
    const position = await tally(events, { ids: ['a'] });
    await passed(position);
    expect([ofs(), new Set(asked)]).toEqual([['a'], new Set([`tally ${position}`])]);
  });

  it('begins after an imported log, where it was told to; one that has run is left alone', async () => {
    const imported = await tally(events, { ids: ['old'] });
    await passReactors(events, [echo], imported);
    void started();
    await passed(await tally(events, { ids: ['new'] }));
    stop.abort();
    await clock.until(Promise.all(running));
    const reached = await events.checkpoints.load(reactorCheckpoint('echo'));
    await tally(events, { ids: ['newer'] });
    await passReactors(events, [echo], await events.head());
    expect([ofs(), await events.checkpoints.load(reactorCheckpoint('echo'))]).toEqual([['new'], reached]);
  });
});
