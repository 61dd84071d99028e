import { afterAll, describe, expect, it } from '@jest/globals';
import { all } from '../contract/sample.ts';
import { runAppender } from './fixtures/appender-process.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

describe('several processes on one log', () => {
  it('lose nothing and interleave nothing, and one that only follows sees it all in order', async () => {
    const path = folder.file();
    const store = await openSqliteEventStore({ path });
    const count = 400;
    const stop = new AbortController();
    const followed = (async () => {
      const seen: string[] = [];
      for await (const message of store.subscribe({}, stop.signal)) {
        if (message.kind === 'event') seen.push(message.event.id);
        if (seen.length === 2 * count) stop.abort();
      }
      return seen;
    })();
    const acknowledged = await Promise.all(['one', 'two'].map((writer) => runAppender(path, { writer, count })));
    const log = await all(store);
    expect(log.map(({ id }) => id).toSorted()).toEqual(acknowledged.flat().toSorted());
    expect(log.map(({ position }) => Number(position))).toEqual(log.map((_, i) => i + 1));
    expect(await followed).toEqual(log.map(({ id }) => id));
    await store.close();
  });
});
