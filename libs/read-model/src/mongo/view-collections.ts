import type { MongoConnection } from '@panshi/database/mongo';
import type { ParkedDocuments } from './parked.ts';
import type { ViewRecords } from './view-records.ts';

/** What the tables of one store share. */
export interface ViewCollections {
  readonly connection: MongoConnection;
  readonly records: ViewRecords;
  readonly parked: ParkedDocuments;
  readonly clock: () => number;
  /** Ends a view's life; its documents go, and what is parked. */
  drop(key: string): Promise<void>;
}
