import { setImmediate } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { append } from '../../test/live-log.ts';
import { LiveTail } from './live-tail.ts';

type Followed = Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;

const following = (store: Followed) => {
  const stop = new AbortController();
  const onError = (error: unknown): void => expect(error).toBeUndefined();
  const tail = new LiveTail({ store, onError });
  return { tail, stop, running: tail.run(stop.signal) };
};

it('the log is followed for live streams only while somebody listens', async () => {
  const store = openMemoryEventStore();
  const followed = jest.spyOn(store, 'subscribe');
  const { tail, stop, running } = following(store);
  await setImmediate();
  expect(followed).not.toHaveBeenCalled();

  const [first, second] = [tail.join(), tail.join()];
  expect(await tail.reached(stop.signal)).toBe(tail.recent);
  first();
  await append(store, 'case-1', 'Happened', '320113');
  while (tail.recent!.at < (await store.head())) await setImmediate();
  second();
  await append(store, 'case-1', 'Happened', '320113');
  while (tail.recent) await setImmediate();
  expect(followed).toHaveBeenCalledTimes(1);

  tail.join();
  expect((await tail.reached(stop.signal))!.at).toBe(await store.head());
  expect(followed).toHaveBeenCalledTimes(2);
  stop.abort();
  await running;
});

it('who comes while it lets go of the log hears what happens from then on', async () => {
  const store = openMemoryEventStore();
  const letting = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const { tail, stop, running } = following({
    head: () => store.head(),
    readAll: store.readAll.bind(store),
    async *subscribe(...options) {
      try {
        yield* store.subscribe(...options);
      } finally {
        letting.resolve();
        await gone.promise;
      }
    },
  });
  const leave = tail.join();
  await tail.reached(stop.signal);
  leave();
  await append(store, 'case-1', 'Happened', '320113');
  await letting.promise;

  tail.join();
  const reached = tail.reached(stop.signal);
  gone.resolve();
  const recent = await reached;
  await append(store, 'case-1', 'Happened', '320113');
  while (tail.recent === recent && recent!.at < (await store.head())) await setImmediate();
  expect(tail.recent).toBe(recent);
  stop.abort();
  await running;
});
