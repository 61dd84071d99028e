import { latestLeaseEnd } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewStore } from '../view-store.ts';
import { openViewsDatabase } from './connect.ts';
import { keyOf, layoutOf } from './layout.ts';
import { MongoViewTable } from './mongo-view-table.ts';
import type { MongoViewStoreOptions } from './open-mongo-view-store.ts';
import { ViewCollections } from './view-collections.ts';

/** After a crash, how long a view's lease counts as held though it has run out: time for another to take it. */
const graceMs = 60_000;

/** As {@link openMongoViewStore}, which loads this only when asked for. */
export const openMongoViews = async ({ url, clock = Date.now }: MongoViewStoreOptions): Promise<ViewStore> => {
  const connection = await openViewsDatabase(url);
  const collections = new ViewCollections(connection, clock);
  const { records } = collections;
  return {
    open: async <Doc extends ViewDocument>(view: ViewDefinition<Doc>) => {
      const layout = layoutOf(view);
      const record = await connection.run(() => records.open(layout, Math.trunc(clock())));
      return new MongoViewTable(view, layout, record, collections);
    },
    list: async () => {
      const now = clock();
      return (await connection.run(() => records.list())).map(({ name, version, expiresAt }) => ({
        name,
        version,
        leased: expiresAt > now - graceMs && expiresAt <= latestLeaseEnd(now, graceMs),
      }));
    },
    drop: (name, version) => connection.run(() => collections.drop(keyOf(name, version))),
    close: () => connection.close(),
  };
};
