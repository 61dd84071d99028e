import { join } from 'node:path';
import { openSqliteEventStore } from '@panshi/event-store';
import { openMongoViewStore, openSqliteViewStore, Projector, type ViewStore } from '@panshi/read-model';
import { services } from '../architecture/workspace.ts';

const views = services.flatMap(({ definition }) => definition.views);

/** The hash of each view, whatever the adapter. */
export type ViewHashes = Readonly<Record<string, string>>;

const hashesIn = async (store: ViewStore): Promise<ViewHashes> => {
  const hashes: [string, string][] = [];
  for (const view of views) {
    const table = await store.open(view);
    const parked = await table.parked();
    hashes.push([view.name, parked.length > 0 ? JSON.stringify(parked) : await table.hash()]);
  }
  return Object.fromEntries(hashes);
};

/** Of the views as they lie in a MongoDB database. */
export const storedHashes = async (url: string): Promise<ViewHashes> => {
  const store = await openMongoViewStore({ url });
  return hashesIn(store).finally(() => store.close());
};

/** Of the same views folded from nothing, in memory, from the log of a data folder. */
export const rebuiltHashes = async (data: string): Promise<ViewHashes> => {
  const events = await openSqliteEventStore({ path: join(data, 'events.db') });
  const store = await openSqliteViewStore({ path: ':memory:' });
  const ending = new AbortController();
  try {
    const head = await events.head();
    for (const view of views) {
      const projector = await Projector.open({ events, views: store, view, owner: 'rebuild' });
      const running = projector.run(ending.signal);
      await Promise.race([projector.waitFor(head, Date.now() + 60_000), running]);
    }
    return await hashesIn(store);
  } finally {
    ending.abort();
    await store.close();
    await events.close();
  }
};
