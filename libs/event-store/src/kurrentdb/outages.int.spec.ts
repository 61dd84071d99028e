import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { all, anEvent, any, collect, events } from '../contract/sample.ts';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '../errors.ts';
import type { EventStore, SubscriptionMessage } from '../port.ts';
import { LocalServer } from './fixtures/local-server.ts';
import { openKurrentEventStore } from './open.ts';

let server: LocalServer;
const opened: EventStore[] = [];
const open = async (patienceMs = 10_000) => {
  const store = await openKurrentEventStore({ url: server.url, patienceMs });
  opened.push(store);
  return store;
};
beforeEach(async () => void (server = await new LocalServer().start()));
afterEach(async () => {
  await Promise.all(opened.splice(0).map((store) => store.close()));
  server.stop();
});

/** Restarts the server at each of these appends, which are written but not answered. */
const restartAt = (...counts: number[]) => {
  server.fate = ({ stream }) => {
    if (!stream.startsWith('panshi/') || !counts.includes(server.appends.length)) return 'answered';
    counts.splice(counts.indexOf(server.appends.length), 1);
    setImmediate(() => void server.restart());
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
    const store = await open();
    restartAt(137, 400, 401, 777);
    const ids = Array.from({ length: 1000 }, () => anEvent());
    const receipts = await Promise.all(
      ids.map((event, i) => store.append(`s-${i % 300}`, [event], { expect: 'any', commandId: `c-${i}` })),
    );
    const log = await all(store);
    expect(log.map(({ id }) => id).toSorted()).toEqual(ids.map(({ id }) => id).toSorted());
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
    await server.restart();
    const { position } = await store.append('a', events(1), any());
    expect(await next).toBe(position);
    stop.abort();
  });

  it('a lease is kept and its cursor moves on', async () => {
    const { checkpoints } = await open();
    const lease = (await checkpoints.acquire('r', 'one', 60_000))!;
    server.stop();
    const saved = checkpoints.save(lease, '0000000000000007');
    await server.start();
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
    server.log.overwhelmed = true;
    const after = nextEvent(following);
    const missed = await store.append('a', events(1), any());
    server.log.overwhelmed = false;
    expect(await after).toBe(missed.position);
    stop.abort();
  });
});

describe('on a KurrentDB cluster', () => {
  it('writes, reads and subscriptions go on with the next leader', async () => {
    const other = await new LocalServer(server.log).start();
    const members = (leader: LocalServer) => () =>
      [server, other].map((node) => ({ port: node.port, leads: node === leader }));
    server.members = other.members = members(server);
    const url = `kurrentdb://127.0.0.1:${server.port},127.0.0.1:${other.port}?tls=false&discoveryInterval=10`;
    const store = await openKurrentEventStore({ url });
    opened.push(store);
    const seen: string[] = [];
    const stop = new AbortController();
    const writing = Promise.all(
      Array.from({ length: 200 }, (_, i) => {
        if (i === 100) other.members = members(other);
        return store.append(`s-${i}`, events(1), any());
      }),
    );
    server.fate = () => {
      if (server.appends.length === 60) setImmediate(() => server.stop());
      return 'answered';
    };
    for await (const message of store.subscribe({}, stop.signal)) {
      if (message.kind === 'event') seen.push(message.event.position);
      if (seen.length === 200) stop.abort();
    }
    await writing;
    expect(other.appends.length).toBeGreaterThan(100);
    expect(seen).toEqual((await all(store)).map(({ position }) => position));
    await store.close();
    other.stop();
  });
});

describe('on KurrentDB, an append', () => {
  it('that never reached a server is unavailable', async () => {
    const store = await open(100);
    await store.append('a', events(1), any());
    server.stop();
    // The first may still meet the connection that was cut.
    await expect(store.append('a', events(1), any())).rejects.toThrow();
    await expect(store.append('b', events(1), any())).rejects.toThrow(StoreUnavailable);
    await expect(store.head()).rejects.toThrow(StoreUnavailable);
    await server.start();
    expect(await all(store)).toHaveLength(1);
  });

  it('that is not answered has an unknown outcome, and its repetition gives the receipt', async () => {
    const store = await open(150);
    const repeated = events(2);
    const options = { expect: 'none', commandId: 'c-1' } as const;
    server.fate = () => 'unanswered';
    await expect(store.append('a', repeated, options)).rejects.toThrow(OutcomeUnknown);
    server.fate = () => 'answered';
    expect(await store.append('a', repeated, options)).toMatchObject({ version: 1, position: await store.head() });
    expect(await all(store)).toHaveLength(2);
  });

  it.each(['Timeout', 'Unknown'])('is sent again when the server answers %s', async (refused) => {
    const store = await open();
    let left = 2;
    server.fate = () => (left-- > 0 ? { refused } : 'answered');
    await expect(store.append('a', events(1), any())).resolves.toMatchObject({ version: 0 });
    expect(server.appends).toHaveLength(3);
  });

  it.each([
    ['AccessDenied', StoreUnavailable],
    ['MaximumAppendSizeExceeded', EventTooLarge],
  ])('is refused for good when the server answers %s', async (refused, error) => {
    const store = await open();
    server.fate = () => ({ refused });
    await expect(store.append('a', events(1), any())).rejects.toThrow(error);
    expect(server.appends).toHaveLength(1);
  });

  it('of another process in between is noticed, and the version told', async () => {
    const [one, two] = [await open(), await open()];
    await one.append('a', events(1), any());
    await two.append('a', events(2), any());
    const late = one.append('a', events(1), { expect: 0, commandId: 'c' });
    await expect(late).rejects.toEqual(new WrongExpectedVersion('a', 0, 2));
    await expect(one.append('a', events(1), any())).resolves.toMatchObject({ version: 3 });
  });

  it('repeated by another process is recognised, and with another body refused', async () => {
    const [one, two] = [await open(), await open()];
    const [event] = events(1);
    const options = { expect: 'any', commandId: 'c' } as const;
    await two.append('a', events(1), any());
    const receipt = await one.append('a', [event!], options);
    expect(await two.append('a', [event!], options)).toEqual(receipt);
    const other = { ...event!, fingerprint: 'f-2' };
    await expect((await open()).append('a', [other], options)).rejects.toThrow('is in the log already');
    expect(await collect(one.readStream('a'))).toHaveLength(2);
  });
});
