import { MongoConnection } from '@panshi/database/mongo';
import { StoreUnavailable } from '@panshi/event-store';

/**
 * How long an answer is waited for, in milliseconds. A server may hang with its connections open, and a
 * projector that waited for ever would keep its view as it is.
 */
const answerMs = 20_000;

/** The database of views. @throws {StoreUnavailable} where no server answers, or it refuses us */
export const openViewsDatabase = (url: string): Promise<MongoConnection> =>
  MongoConnection.open({
    url,
    usual: 'panshi-views',
    what: 'the views',
    unavailable: StoreUnavailable,
    answerMs,
    client: { ignoreUndefined: true },
  });
