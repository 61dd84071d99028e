import { setImmediate } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import fc from 'fast-check';
import { append, officer } from '../../test/live-log.ts';
import { LiveReader } from '../../test/live-reader.ts';
import { type Live, LiveClient } from './live-client.ts';
import { LivePast } from './live-past.ts';
import { LiveTail } from './live-tail.ts';
import { StreamWriter } from '../streams/stream-writer.ts';

const streets = ['320113001', '320113002'];
const territories = [...streets, '320113'];
/** A grid of each street, one and a part of the other, and all of them. */
const places = [['320113001001001'], ['320113002001001'], ['320113001', '320113002001001'], ['320113']];

/** Whoever follows the store is handed each thing only when the scheduler says so. */
const delayed = (store: EventStore, scheduler: fc.Scheduler) => {
  const late = async function* <T>(items: AsyncIterable<T>): AsyncGenerator<T> {
    for await (const item of items) {
      await scheduler.schedule(Promise.resolve());
      yield item;
    }
  };
  return {
    densePositions: store.densePositions,
    head: () => store.head(),
    readAll: (options: Parameters<EventStore['readAll']>[0]) => late(store.readAll(options)),
    subscribe: (...options: Parameters<EventStore['subscribe']>) => late(store.subscribe(...options)),
  };
};

/** A client that breaks off, stays away and resumes; what it heard over all its connections. */
class Listener {
  readonly territory: string;
  readonly began: string;
  readonly #live: Live;
  readonly #readers: LiveReader[] = [];
  #connected = new AbortController();
  #leave = (): void => {};

  constructor(live: Live, territory: string, after: string | undefined) {
    this.#live = live;
    this.territory = territory;
    this.began = after ?? live.tail.recent!.at;
    this.#connect(after);
  }

  get heard(): readonly string[] {
    return this.#readers.flatMap(({ heard }) => heard);
  }

  stall(stalled: boolean): void {
    this.#readers.at(-1)!.stall(stalled);
  }

  get gone(): boolean {
    return this.#connected.signal.aborted;
  }

  resume(): void {
    this.stop();
    this.#connect(this.#readers.flatMap(({ taken }) => taken).at(-1)?.id ?? this.began);
  }

  /** Hangs up: what is still on its way is not heard. */
  stop(): void {
    if (this.gone) return;
    this.#leave();
    this.#readers.at(-1)!.out.destroy();
    this.#connected.abort();
  }

  #connect(after: string | undefined): void {
    const reader = new LiveReader();
    this.#readers.push(reader);
    this.#connected = new AbortController();
    this.#leave = this.#live.tail.join();
    const writer = new StreamWriter(reader.out, 60_000);
    const client = new LiveClient({ ...this.#live, principal: officer(this.territory), after, writer });
    void client.run(this.#connected.signal);
  }
}

const which = fc.nat(20);
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('append' as const), where: fc.constantFrom(...places) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('join' as const), which, back: fc.option(fc.nat(12)) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('stall' as const), which, stalled: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('resume' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('leave' as const), which }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('append elsewhere' as const) }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('hand over' as const), times: fc.integer({ min: 1, max: 9 }) }) },
);

it('whoever joins, stalls, leaves or resumes whenever, hears what happens in its territory, in order, all of it, once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), fc.array(step, { maxLength: 60 }), async (scheduler, steps) => {
      const store = openMemoryEventStore();
      const log: { position: string; regions: readonly string[] }[] = [];
      const happens = async (regions: readonly string[]): Promise<void> => {
        const position = await append(store, `case-${log.length % 2}`, 'Happened', ...regions);
        log.push({ position, regions });
      };
      const handOver = async (): Promise<void> => {
        if (scheduler.count() > 0) await scheduler.waitOne();
        else await setImmediate();
      };
      for (const where of places) await happens(where);
      const reading = delayed(store, scheduler);
      const onError = (error: unknown): void => expect(error).toBeUndefined();
      const tail = new LiveTail({ store: reading, onError, kept: 3 });
      const stop = new AbortController();
      const running = tail.run(stop.signal);
      const live: Live = { store: reading, tail, past: new LivePast(reading, 2) };
      const listeners: Listener[] = [];
      for (const each of steps) {
        const listener = 'which' in each ? listeners[each.which % (listeners.length || 1)] : undefined;
        if (each.do === 'append') await happens(each.where);
        else if (each.do === 'append elsewhere') await append(store, 'person-1', 'Happened', '320113');
        else if (each.do === 'join') {
          const head = Number(await store.head());
          const after = each.back === null ? undefined : toPosition(Math.max(0, head - each.back));
          const leave = tail.join();
          while (!tail.recent) await handOver();
          listeners.push(new Listener(live, territories[each.which % 3]!, after));
          leave();
        } else if (each.do === 'stall') listener?.stall(each.stalled);
        else if (each.do === 'resume') listener?.resume();
        else if (each.do === 'leave') listener?.stop();
        else for (let i = 0; i < each.times; i++) await handOver();
      }
      for (const where of places.slice(0, 2)) await happens(where);
      for (const listener of listeners) {
        if (listener.gone) listener.resume();
        listener.stall(false);
      }
      const due = ({ territory, began }: Listener): readonly string[] =>
        log
          .filter(({ regions }) => regions.some((code) => code.startsWith(territory) || territory.startsWith(code)))
          .map(({ position }) => position)
          .filter((position) => position > began);
      while (listeners.some((listener) => (listener.heard.at(-1) ?? '') < due(listener).at(-1)!)) await handOver();
      for (const listener of listeners) expect(listener.heard).toEqual(due(listener));
      for (const listener of listeners) listener.stop();
      stop.abort();
      let ended = false;
      void running.then(() => (ended = true));
      while (!ended) await handOver();
    }),
    { numRuns: 200 },
  );
});
