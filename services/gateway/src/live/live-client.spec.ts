import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Principal } from '@panshi/contracts';
import { type EventStore, openMemoryEventStore, toPosition } from '@panshi/event-store';
import { append, officer } from '../../test/live-log.ts';
import { LiveReader } from '../../test/live-reader.ts';
import { type Live, LiveClient } from './live-client.ts';
import { LivePast } from './live-past.ts';
import { LiveTail } from './live-tail.ts';
import { StreamWriter } from '../streams/stream-writer.ts';

describe('a live stream', () => {
  let stop: AbortController;
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => stop.abort());

  const liveOn = async (store: EventStore): Promise<Live> => {
    const tail = new LiveTail({ store, onError: (error) => expect(error).toBeUndefined() });
    void tail.run(stop.signal);
    tail.join();
    while (!tail.recent) await setImmediate();
    return { store, tail, past: new LivePast(store) };
  };
  /** What a client is sent until nothing is left to send. */
  const caughtUp = async (store: EventStore, principal: Principal, after?: string) => {
    const reader = new LiveReader();
    const writer = new StreamWriter(reader.out);
    const client = new AbortController();
    const running = new LiveClient({ ...(await liveOn(store)), principal, after, writer }).run(client.signal);
    while (!reader.taken.some(({ event }) => event === 'live')) await setImmediate();
    client.abort();
    await running;
    return reader;
  };

  it('names what happened in one’s territory, and in what it is a part of', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', '320113001001001');
    await append(store, 'case-2', 'CaseOpened', '320113002001001');
    await append(store, 'case-1', 'Happened', '320113001001002', '320113001001001');
    await append(store, 'case-2', 'Happened', '320113002001001');
    await append(store, 'incident-1', 'Happened', '320113001001001');
    await append(store, 'case-3', 'Happened', '320113');
    const { taken } = await caughtUp(store, officer('320113001'), toPosition(2));
    expect(taken.map(({ event }) => event)).toEqual(['appended', 'appended', 'live']);
    expect(taken[0]!.data).toEqual({ stream: 'case-1', version: 1, type: 'Happened', position: toPosition(3) });
    expect(taken[1]!.data).toEqual({ stream: 'case-3', version: 0, type: 'Happened', position: toPosition(6) });
    expect(taken[2]).toMatchObject({ id: toPosition(6), data: { position: toPosition(6) } });
    expect(JSON.stringify(taken)).not.toContain('积水');
  });

  it('says nothing to one who may look nowhere', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', '320113001001001');
    expect((await caughtUp(store, { ...officer(''), grants: [] }, toPosition(0))).heard).toEqual([]);
  });

  it('begins with now, for one who names no place', async () => {
    const store = openMemoryEventStore();
    await append(store, 'case-1', 'CaseOpened', '320113001001001');
    expect((await caughtUp(store, officer('320113'))).taken).toMatchObject([{ event: 'live', id: toPosition(1) }]);
  });

  it('tells one to whom nothing is shown how far it is, so that it need not have all of it read again', async () => {
    const store = openMemoryEventStore();
    for (let i = 0; i < 2500; i++) await append(store, 'case-1', 'CaseOpened', '320113002001001');
    const { taken } = await caughtUp(store, officer('320113001'), toPosition(0));
    expect(taken.map(({ event }) => event)).toEqual([undefined, undefined, 'live']);
  });

  const elsewhere = Array.from({ length: 10_002 }, () => '320113001001001');

  it('tells one who comes from too far back, or from another log, to read anew', async () => {
    const store = openMemoryEventStore();
    for (const region of elsewhere) await append(store, 'case-1', 'CaseOpened', region);
    const head = toPosition(elsewhere.length);
    for (const after of [toPosition(1), toPosition(20_000)]) {
      const { taken, heard } = await caughtUp(store, officer('320113'), after);
      expect(taken[0]).toEqual({ event: 'reset', id: head, data: { position: head } });
      expect(heard).toEqual([]);
    }
    expect((await caughtUp(store, officer('320113'), toPosition(2))).heard).toHaveLength(10_000);
  });

  it('judges by what it has read how far back one comes, where positions do not count events', async () => {
    const dense = openMemoryEventStore();
    // A page more than may be missed: it is noticed at the end of a page.
    for (const region of [...elsewhere, ...elsewhere.slice(0, 300)])
      await append(dense, 'case-1', 'CaseOpened', region);
    const store = new Proxy(dense, {
      get: (target, name) => {
        const value = target[name as keyof EventStore];
        return name === 'densePositions' ? false : typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const few = await caughtUp(store, officer('320113'), toPosition(400));
    expect(few.taken.map(({ event }) => event)).not.toContain('reset');
    const many = await caughtUp(store, officer('320113'), toPosition(0));
    expect(many.taken.slice(-2).map(({ event }) => event)).toEqual(['reset', 'live']);
  });
});
