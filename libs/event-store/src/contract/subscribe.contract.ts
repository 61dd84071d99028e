import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { StoreUnavailable } from '../errors.ts';
import type { AppendResult, EventStore, ReadAllOptions, SubscribeOptions, SubscriptionMessage } from '../port.ts';
import { all, any, events, collect } from './sample.ts';

/** Following the log. */
export const subscribeContract = (store: () => EventStore): void => {
  /** Follows until `enough` says so, then stops by abort. */
  const follow = async (
    options: SubscribeOptions,
    enough: (message: SubscriptionMessage) => boolean | Promise<boolean>,
  ) => {
    const stop = new AbortController();
    const messages: SubscriptionMessage[] = [];
    for await (const message of store().subscribe(options, stop.signal)) {
      messages.push(message);
      if (await enough(message)) stop.abort();
    }
    return messages;
  };
  const placeOf = (message: SubscriptionMessage) =>
    message.kind === 'event' ? message.event.position : message.position;
  const eventsOf = (messages: readonly SubscriptionMessage[]) =>
    messages.filter(({ kind }) => kind === 'event').map(placeOf);
  const positions = async (options?: ReadAllOptions) => (await all(store(), options)).map(({ position }) => position);

  describe('subscribe', () => {
    it('yields what is there, says it has caught up, then yields what comes', async () => {
      await store().append('a', events(3), any());
      let appended: Promise<unknown> | undefined;
      const messages = await follow({}, (message) => {
        if (message.kind === 'caughtUp') appended = store().append('a', events(2), any());
        return message.kind === 'event' && message.event.version === 4;
      });
      await appended;
      const log = await positions();
      const told = messages.filter(({ kind }) => kind !== 'progress');
      expect(told.map((message) => [message.kind, log.indexOf(placeOf(message))])).toEqual([
        ['event', 0],
        ['event', 1],
        ['event', 2],
        ['caughtUp', 2],
        ['event', 3],
        ['event', 4],
      ]);
    });

    it('says of an empty log that it has caught up', async () => {
      expect(await follow({}, () => true)).toEqual([{ kind: 'caughtUp', position: await store().head() }]);
    });

    it('misses nothing and repeats nothing when resumed wherever it stopped, while others write', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 6 }), async (strides) => {
          const begin = await store().head();
          const total = 120;
          const writing = Promise.all(
            Array.from({ length: total / 3 }, (_, i) => store().append(`s-${i % 5}`, events(3), any())),
          );
          const seen: string[] = [];
          for (const stride of [...strides, Infinity]) {
            let left = Math.min(stride, total - seen.length);
            if (left === 0) break;
            const messages = await follow(
              { after: seen.at(-1) ?? begin },
              (message) => message.kind === 'event' && --left === 0,
            );
            seen.push(...eventsOf(messages));
          }
          await writing;
          expect(seen).toEqual(await positions({ after: begin }));
          expect(seen).toHaveLength(total);
        }),
        { numRuns: 10 },
      );
    });

    it('tells how far it has looked where the filter lets nothing pass, before and after catching up', async () => {
      await store().append('a', events(700, { type: 'Ignored' }), any());
      const head = await store().head();
      let appended: Promise<AppendResult> | undefined;
      const messages = await follow({ types: ['Wanted'] }, async (message) => {
        if (message.kind === 'caughtUp') appended = store().append('b', events(1, { type: 'Ignored' }), any());
        return appended !== undefined && placeOf(message) >= (await appended).position;
      });
      expect(messages.at(-1)).toEqual({ kind: 'progress', position: await store().head() });
      expect(messages.filter(({ kind }) => kind === 'caughtUp').map(placeOf)).toEqual([head]);
      expect(messages.filter(({ kind }) => kind === 'event')).toEqual([]);
    });

    it('yields only what the filter lets pass, and the position it has reached grows with each message', async () => {
      for (let i = 0; i < 40; i++) await store().append(`${i % 3}-x`, events(5, { type: `T${i % 4}` }), any());
      const options = { types: ['T1', 'T2'], streamPrefixes: ['0-', '2-'] };
      const messages = await follow(options, ({ kind }) => kind === 'caughtUp');
      expect(eventsOf(messages)).toEqual(await positions(options));
      const places = messages.slice(0, -1).map(placeOf);
      expect(places).toEqual([...new Set(places)].sort());
    });

    it('serves several at once, each all of it', async () => {
      const total = 60;
      const followers = Array.from({ length: 4 }, () => {
        let left = total;
        return follow({}, ({ kind }) => kind === 'event' && --left === 0);
      });
      await Promise.all(Array.from({ length: total }, (_, i) => store().append(`s-${i}`, events(1), any())));
      const log = await positions();
      for (const messages of await Promise.all(followers)) expect(eventsOf(messages)).toEqual(log);
    });

    it('ends when aborted while it waits, and yields nothing when aborted before', async () => {
      const stop = new AbortController();
      const subscription = store().subscribe({}, stop.signal)[Symbol.asyncIterator]();
      await subscription.next();
      const waiting = subscription.next();
      stop.abort();
      await expect(waiting).resolves.toEqual({ done: true, value: undefined });
      expect(await collect(store().subscribe({}, AbortSignal.abort()))).toEqual([]);
    });

    it('fails when the store is closed under it', async () => {
      const subscription = store().subscribe({}, new AbortController().signal)[Symbol.asyncIterator]();
      await subscription.next();
      const waiting = expect(subscription.next()).rejects.toThrow(StoreUnavailable);
      await store().close();
      await waiting;
    });

    it('refuses to begin behind the end of the log, where it would miss what comes', async () => {
      await expect(follow({ after: '0000000000000009' }, () => true)).rejects.toThrow(RangeError);
    });
  });
};
