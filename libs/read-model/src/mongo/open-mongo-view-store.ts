import type { ViewStore } from '../view-store.ts';

export interface MongoViewStoreOptions {
  /** `mongodb://…/NAME`: the database is of that name (`panshi-views` unless told), and of these views alone. */
  readonly url: string;
  /** Milliseconds since the epoch; leases are reckoned by it. */
  readonly clock?: () => number;
}

/**
 * Opens a MongoDB database of views, on a server alone or a replica set.
 * @throws {StoreUnavailable} where no server answers
 */
export const openMongoViewStore = async (options: MongoViewStoreOptions): Promise<ViewStore> => {
  const { openMongoViews } = await import('./mongo-view-store.ts');
  return openMongoViews(options);
};
