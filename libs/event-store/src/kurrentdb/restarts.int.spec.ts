import { describe, expect, it } from '@jest/globals';
import { all, anEvent, any, events } from '../contract/sample.ts';
import type { SubscriptionMessage } from '../port.ts';
import { LocalServer } from './fixtures/local-server.ts';
import { localStores } from './fixtures/local-stores.ts';

const { server, open } = localStores();

/** Restarts the server at each of these appends, which are written but not answered. */
const restartAt = (...counts: number[]) => {
  server().fate = ({ stream }) => {
    if (!stream.startsWith('panshi/') || !counts.includes(server().appends.length)) return 'answered';
    counts.splice(counts.indexOf(server().appends.length), 1);
    setImmediate(() => void server().restart());
    return 'unanswered';
  };
};

/** The position of the next event; progress may come before it. */
const nextEvent = async (following: AsyncIterator<SubscriptionMessage>): Promise<string> => {
  for (;;) {
    const { value } = (await following.next()) as IteratorYieldResult<SubscriptionMessage>;
    if (value.kind === 'event') return value.event.position;
  }
};

describe('on KurrentDB, through a restart of the server', () => {
  it('1,000 appends are all written, once each', async () => {
    let now = 0;
    const store = await open({ clock: () => now++ });
    restartAt(137, 400, 401, 777);
    const ids = Array.from({ length: 1000 }, () => anEvent());
    const receipts = await Promise.all(
      ids.map((event, i) => store.append(`s-${i % 300}`, [event], { expect: 'any', commandId: `c-${i}` })),
    );
    const log = await all(store);
    expect(log.map(({ id }) => id).toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
    const times = log.map(({ recordedAt }) => recordedAt);
    expect(times).toEqual(times.toSorted());
    const byId = new Map(log.map((event) => [event.id, event]));
    expect(receipts).toEqual(
      ids.map(({ id }) => ({ version: byId.get(id)!.version, position: byId.get(id)!.position })),
    );
  });

  it('a subscription misses nothing and repeats nothing', async () => {
    const store = await open();
    const stop = new AbortController();
    const seen: string[] = [];
    restartAt(40, 80, 160);
    const writing = Promise.all(Array.from({ length: 240 }, (_, i) => store.append(`s-${i % 7}`, events(1), any())));
    for await (const message of store.subscribe({}, stop.signal)) {
      if (message.kind === 'event') seen.push(message.event.position);
      if (seen.length === 240) stop.abort();
    }
    await writing;
    expect(seen).toEqual((await all(store)).map(({ position }) => position));
  });

  it('a live subscription that waits goes on', async () => {
    const store = await open();
    const stop = new AbortController();
    const following = store.subscribe({}, stop.signal)[Symbol.asyncIterator]();
    expect(await following.next()).toMatchObject({ value: { kind: 'caughtUp' } });
    const next = nextEvent(following);
    await server().restart();
    const { position } = await store.append('a', events(1), any());
    expect(await next).toBe(position);
    stop.abort();
  });

  it('a lease is kept and its cursor moves on', async () => {
    const { checkpoints } = await open();
    const lease = (await checkpoints.acquire('r', 'one', 60_000))!;
    server().stop();
    const saved = checkpoints.save(lease, '0000000000000007');
    await server().start();
    await saved;
    expect(await checkpoints.load('r')).toBe('0000000000000007');
  });
});

describe('on KurrentDB, a live subscription that fell behind', () => {
  it('catches up and goes on', async () => {
    const store = await open();
    const stop = new AbortController();
    const following = store.subscribe({}, stop.signal)[Symbol.asyncIterator]();
    await following.next();
    const next = nextEvent(following);
    const { position } = await store.append('a', events(1), any());
    expect(await next).toBe(position);
    server().log.overwhelmed = true;
    const after = nextEvent(following);
    const missed = await store.append('a', events(1), any());
    server().log.overwhelmed = false;
    expect(await after).toBe(missed.position);
    stop.abort();
  });
});

describe('on a KurrentDB cluster', () => {
  it('writes, reads and subscriptions go on with the next leader', async () => {
    const other = await new LocalServer(server().log).start();
    let leader = server();
    server().members = other.members = () =>
      [server(), other].map((node) => ({ port: node.port, leads: node === leader, alive: node === leader }));
    const url = `kurrentdb://127.0.0.1:${server().port},127.0.0.1:${other.port}?tls=false&discoveryInterval=10`;
    const store = await open({ url });
    const seen: string[] = [];
    const stop = new AbortController();
    const writing = Promise.all(Array.from({ length: 200 }, (_, i) => store.append(`s-${i}`, events(1), any())));
    server().fate = () => {
      if (server().appends.length !== 60) return 'answered';
      setImmediate(() => {
        server().stop();
        leader = other;
      });
      return 'unanswered';
    };
    for await (const message of store.subscribe({}, stop.signal)) {
      if (message.kind === 'event') seen.push(message.event.position);
      if (seen.length === 200) stop.abort();
    }
    await writing;
    expect(other.appends.length).toBeGreaterThanOrEqual(140);
    expect(other.reads.length).toBeGreaterThan(0);
    expect(seen).toEqual((await all(store)).map(({ position }) => position));
    other.stop();
  });
});
