import { beforeEach, describe, expect, it } from '@jest/globals';
import { all, anEvent, any, events } from '../contract/sample.ts';
import { envelopeBytes } from '../envelope.ts';
import type { EventStore, SubscribeOptions } from '../port.ts';
import { localStores } from './fixtures/local-stores.ts';

const { server, open } = localStores();
let store: EventStore;
beforeEach(async () => {
  store = await open();
});

const untilCaughtUp = async (options: SubscribeOptions) => {
  const stop = new AbortController();
  for await (const { kind } of store.subscribe(options, stop.signal)) if (kind === 'caughtUp') stop.abort();
};

describe('what goes over the wire to KurrentDB', () => {
  it('is a binary event of the very bytes of the canonical envelope', async () => {
    await store.append('案-1', [anEvent({ data: { text: '积水 é', 10: 1, 9: [1e21] } }), anEvent()], any());
    const [append] = server().appends;
    const log = await all(store);
    expect(append).toMatchObject({ stream: 'panshi/案-1', expected: 'none' });
    expect(append!.events.map(({ type, contentType }) => [type, contentType])).toEqual(
      Array(2).fill(['Reported', 'application/octet-stream']),
    );
    expect(append!.events.map(({ data }) => Buffer.from(data).toString())).toEqual(
      log.map((event) => Buffer.from(envelopeBytes(event)).toString()),
    );
  });

  it('is never more than 100 unanswered appends', async () => {
    await store.append('first', events(1), any());
    server().appends.length = 0;
    let answer = (): void => undefined;
    server().gate = new Promise((resolve) => (answer = resolve));
    let reached = (): void => undefined;
    const full = new Promise<void>((resolve) => (reached = resolve));
    server().fate = () => {
      if (server().appends.length === 100) reached();
      return 'answered';
    };
    const appends = Array.from({ length: 350 }, (_, i) => store.append(`s-${i}`, events(1), any()));
    await full;
    for (let tick = 0; tick < 50; tick++) await new Promise(setImmediate);
    expect(server().appends).toHaveLength(100);
    answer();
    await Promise.all(appends);
    expect(server().mostInFlight).toBe(100);
  });

  it.each<[string, SubscribeOptions, object]>([
    ['streams', { streamPrefixes: ['case-', 'grid-'] }, { streamIdentifier: ['panshi/case-', 'panshi/grid-'] }],
    ['types', { types: ['Opened', 'Closed'] }, { eventType: ['Opened', 'Closed'] }],
    [
      'streams, where types are asked for too',
      { types: ['A'], streamPrefixes: ['b'] },
      { streamIdentifier: ['panshi/b'] },
    ],
    ['the log alone', {}, { streamIdentifier: ['panshi/'] }],
  ])('is a filter on %s, for reading and for following', async (_, options, expected) => {
    await store.append('a', events(1), any());
    server().reads.length = 0;
    await all(store, options);
    await untilCaughtUp(options);
    const filters = server()
      .reads.filter(({ readDirection, subscription }) => subscription !== undefined || readDirection === 0)
      .map(({ filter }) => ({
        ...(filter?.streamIdentifier && { streamIdentifier: filter.streamIdentifier.prefixList }),
        ...(filter?.eventType && { eventType: filter.eventType.prefixList }),
      }));
    expect(filters).toEqual([expected, expected]);
  });

  it('never shows system events, other logs or what is kept beside the log', async () => {
    const other = await open({ log: 'panshi-2' });
    server().log.append('$ops', 'none', [{ ...noise, type: '$statsCollected' }]);
    server().log.append('user-stream', 'none', [noise]);
    await other.append('a', events(1), any());
    const lease = (await store.checkpoints.acquire('r', 'one', 1000))!;
    await store.checkpoints.save(lease, await store.head());
    const { position } = await store.append('a', events(1), any());
    server().log.append('$ops', 0, [{ ...noise, type: 'Reported' }]);
    for (const filter of [{}, { types: ['Reported'] }, { types: ['Reported', 'cursor'], streamPrefixes: ['', '$'] }])
      expect((await all(store, filter)).map((event) => event.position)).toEqual([position]);
    expect(await store.head()).toBe(position);
  });

  it('is no progress beyond the end of the log, or saving a cursor would call for saving the next', async () => {
    const { position } = await store.append('a', events(1, { type: 'Ignored' }), any());
    const lease = (await store.checkpoints.acquire('r', 'one', 60_000))!;
    const stop = new AbortController();
    const places: string[] = [];
    let last: string | undefined;
    for await (const message of store.subscribe({ types: ['Wanted'] }, stop.signal)) {
      places.push(message.kind === 'event' ? message.event.position : message.position);
      await store.checkpoints.save(lease, places.at(-1)!);
      if (message.kind === 'caughtUp') last = (await store.append('b', events(1, { type: 'Ignored' }), any())).position;
      if (places.at(-1) === last) stop.abort();
    }
    expect(places.every((place) => place <= last!)).toBe(true);
    expect(places).toContain(position);
  });
});

const noise = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'Reported',
  contentType: 'application/json',
  data: new Uint8Array(2),
  metadata: new Uint8Array(),
};
