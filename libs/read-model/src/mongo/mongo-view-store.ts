import { latestEnd } from '@panshi/event-store';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { StoredView, ViewStore, ViewTable } from '../view-store.ts';
import type { MongoConnection } from '@panshi/database/mongo';
import { openViewsDatabase } from './connect.ts';
import { collectionOf, keyOf, layoutOf } from './layout.ts';
import { MongoViewTable } from './mongo-view-table.ts';
import type { MongoViewStoreOptions } from './open-mongo-view-store.ts';
import { ParkedDocuments } from './parked.ts';
import type { ViewCollections } from './view-collections.ts';
import { ViewRecords } from './view-records.ts';

/** After a crash, how long a view's lease counts as held though it has run out: time for another to take it. */
const graceMs = 60_000;

class MongoViewStore implements ViewStore {
  readonly #connection: MongoConnection;
  readonly #collections: ViewCollections;

  constructor(connection: MongoConnection, clock: () => number) {
    const { db } = connection;
    this.#connection = connection;
    const [records, parked] = [new ViewRecords(db), new ParkedDocuments(db)];
    const drop = async (key: string): Promise<void> => {
      const ended = await records.end(key);
      if (ended) await db.collection(collectionOf(key, ended.life)).drop();
      await parked.forget(key);
    };
    this.#collections = { connection, records, parked, clock, drop };
  }

  async open<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Promise<ViewTable<Doc>> {
    const layout = layoutOf(view);
    const { records, clock } = this.#collections;
    const record = await this.#connection.run(() => records.open(layout, Math.trunc(clock())));
    return new MongoViewTable(view, layout, record, this.#collections);
  }

  async list(): Promise<readonly StoredView[]> {
    const { records, clock } = this.#collections;
    const now = clock();
    return (await this.#connection.run(() => records.list())).map(({ name, version, expiresAt }) => ({
      name,
      version,
      leased: expiresAt > now - graceMs && expiresAt <= latestEnd(now, graceMs),
    }));
  }

  drop(name: string, version: number): Promise<void> {
    return this.#connection.run(() => this.#collections.drop(keyOf(name, version)));
  }

  async close(): Promise<void> {
    await this.#connection.close();
  }
}

/** As {@link openMongoViewStore}, which loads this only when asked for. */
export const openMongoViews = async ({ url, clock = Date.now }: MongoViewStoreOptions): Promise<ViewStore> =>
  new MongoViewStore(await openViewsDatabase(url), clock);
