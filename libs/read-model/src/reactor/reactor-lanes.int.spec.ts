import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { tally, tallyType } from '../contract/tally.ts';
import { defineReactor, type ReactorDefinition } from '../reactor.ts';
import { reactorCheckpoint, type ReactorOptions, runReactor } from './reactor-runner.ts';

class Echo {
  constructor(readonly of: string) {}
}

const idOf = (event: unknown): string => (event as { data: { ids: readonly [string] } }).data.ids[0];

/** Answers each tally by its id; the lane is the id's first letter, if it has one. */
const echo = defineReactor<never>({
  name: 'echo',
  issues: [],
  from: [tallyType as never],
  lane: (event) => /[a-z]/.exec(idOf(event))?.[0],
  react: (event) => [{ command: new Echo(idOf(event)) }],
}) as unknown as ReactorDefinition;

const noView = (): never => {
  throw new TypeError('no view');
};

const turns = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i++) await setImmediate();
};

describe('a reactor with lanes', () => {
  let events: EventStore;
  let stop: AbortController;
  let done: { of: string; commandId: string }[];
  let issue: (of: string) => Promise<void>;

  beforeEach(() => {
    events = openMemoryEventStore();
    stop = new AbortController();
    done = [];
    issue = async () => undefined;
  });
  afterEach(() => events.close());

  const run = (over: Partial<ReactorOptions> = {}): Promise<void> =>
    runReactor(
      {
        events,
        reactor: echo,
        views: { of: noView, reach: async () => undefined },
        owner: 'one',
        onRejected: () => undefined,
        onError: () => undefined,
        issue: async (command, { commandId }) => {
          const { of } = command as Echo;
          await issue(of);
          done.push({ of, commandId });
        },
        ...over,
      },
      stop.signal,
    );
  const tallies = async (...ids: readonly string[]): Promise<string> => {
    let position = '';
    for (const id of ids) position = await tally(events, { ids: [id] });
    return position;
  };
  const checkpoint = () => events.checkpoints.load(reactorCheckpoint('echo'));
  const runTo = async (position: string, over: Partial<ReactorOptions> = {}): Promise<void> => {
    const running = run(over);
    while (!((await checkpoint())! >= position)) await setImmediate();
    stop.abort();
    await running;
  };
  const order = (): readonly string[] => done.map(({ of }) => of);

  it('lets events of different lanes pass each other, those of one lane not, and none an event without a lane', async () => {
    issue = (of) => turns(of.endsWith('1') ? 20 : 0);
    await runTo(await tallies('a1', 'b1', 'a2', 'c3', '-', 'c4'));
    expect(order().slice(-2)).toEqual(['-', 'c4']);
    expect(order()[0]).toBe('c3');
    expect(order().indexOf('a1')).toBeLessThan(order().indexOf('a2'));
  });

  it('killed in the middle of its lanes, repeats with the same ids and skips none', async () => {
    await tallies('a1', 'b1', 'c1', 'd1');
    issue = async (of) => {
      if (of === 'c1') stop.abort();
    };
    await run({ concurrency: 2 });
    expect(await checkpoint()).toBeUndefined();
    stop = new AbortController();
    issue = async () => undefined;
    await runTo(await tallies('e1'), { owner: 'two' });
    expect([...new Set(order())].sort()).toEqual(['a1', 'b1', 'c1', 'd1', 'e1']);
    expect(new Set(done.map(({ commandId }) => commandId)).size).toBe(5);
  });
});
