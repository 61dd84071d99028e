import { setImmediate } from 'node:timers/promises';
import { expect, it, jest } from '@jest/globals';
import { openMemoryEventStore } from '@panshi/event-store';
import { append } from '../../test/live-log.ts';
import { LiveTail } from './live-tail.ts';
import { StreamRegions } from './stream-regions.ts';

it('the log is followed for live streams only while somebody listens', async () => {
  const store = openMemoryEventStore();
  const followed = jest.spyOn(store, 'subscribe');
  const stop = new AbortController();
  const tail = new LiveTail({
    store,
    regions: new StreamRegions(store),
    onError: (error) => expect(error).toBeUndefined(),
  });
  const running = tail.run(stop.signal);
  await setImmediate();
  expect(followed).not.toHaveBeenCalled();

  const [first, second] = [tail.join(), tail.join()];
  expect(await tail.reached(stop.signal)).toBe(tail.recent);
  first();
  await append(store, 'case-1', 'Happened');
  while (tail.recent!.at < (await store.head())) await setImmediate();
  second();
  await append(store, 'case-1', 'Happened');
  while (tail.recent) await setImmediate();
  expect(followed).toHaveBeenCalledTimes(1);

  tail.join();
  expect((await tail.reached(stop.signal))!.at).toBe(await store.head());
  expect(followed).toHaveBeenCalledTimes(2);
  stop.abort();
  await running;
});
