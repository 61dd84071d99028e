import { StoreUnavailable } from '@panshi/event-store';
import { createConnection, mongo } from 'mongoose';

/** How long a server, or a new primary, is waited for, in milliseconds. */
const selectionMs = 5000;

/** What the store promises: who was told that it is written finds it written, whichever member leads next. */
const concerns = {
  writeConcern: { w: 'majority' },
  readConcern: new mongo.ReadConcern('majority'),
  readPreference: 'primary',
} satisfies mongo.DbOptions;

/** An address without the password in it. */
const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** Turns what the driver throws into the port's word for it. @throws {StoreUnavailable} */
export const reaching = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof mongo.MongoError) throw new StoreUnavailable(`the views: ${error.message}`, { cause: error });
    throw error;
  }
};

/** The database used where an address names none. */
const usual = 'panshi-views';
const namesDatabase = (url: string): boolean => /^[^:]+:\/\/[^/]+\/[^?]/.test(url);

/** A database, and the connection it is reached by. */
export interface Connected {
  readonly db: mongo.Db;
  close(): Promise<void>;
}

/** @throws {StoreUnavailable} where no server answers, or it refuses us */
export const connect = async (url: string): Promise<Connected> => {
  const connection = createConnection(url, {
    serverSelectionTimeoutMS: selectionMs,
    ignoreUndefined: true,
    autoIndex: false,
    autoCreate: false,
    ...(!namesDatabase(url) && { dbName: usual }),
  });
  try {
    await connection.asPromise();
    // Given here, they hold whatever the address says.
    return { db: connection.getClient().db(connection.name, concerns), close: () => connection.close() };
  } catch (cause) {
    await connection.close(true).catch(() => undefined);
    throw new StoreUnavailable(`no MongoDB answers at ${withoutPassword(url)}: start it, or correct the address`, {
      cause,
    });
  }
};

export const duplicateKey = 11000;

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === duplicateKey;
