import type { MongoConnection } from '@panshi/database/mongo';
import { collectionOf } from './layout.ts';
import { ParkedDocuments } from './parked.ts';
import { ViewRecords } from './view-records.ts';

/** What the tables of one store share. */
export class ViewCollections {
  readonly connection: MongoConnection;
  readonly clock: () => number;
  readonly records: ViewRecords;
  readonly parked: ParkedDocuments;

  constructor(connection: MongoConnection, clock: () => number) {
    this.connection = connection;
    this.clock = clock;
    this.records = new ViewRecords(connection.db);
    this.parked = new ParkedDocuments(connection.db);
  }

  /** Ends a view's life; its documents go, and what is parked. */
  async drop(key: string): Promise<void> {
    const ended = await this.records.end(key);
    if (ended) await this.connection.db.collection(collectionOf(ended)).drop();
    await this.parked.forget(key);
  }
}
