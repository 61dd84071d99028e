import { StoreUnavailable } from '@panshi/event-store';
import { createConnection, mongo, type Connection } from 'mongoose';

/** How long a server, or a new primary, is waited for, in milliseconds. */
const selectionMs = 5000;

/** What the store promises: who was told that it is written finds it written, whichever member leads next. */
const concerns = { writeConcern: { w: 'majority' }, readConcern: { level: 'majority' } } as const;

/** An address without the password in it. */
export const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** Turns what the driver throws into the port's word for it. @throws {StoreUnavailable} */
export const reaching = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof mongo.MongoError) throw new StoreUnavailable(`the views: ${error.message}`, { cause: error });
    throw error;
  }
};

/** @throws {StoreUnavailable} where no server answers, or it refuses us */
export const connect = async (url: string): Promise<Connection> => {
  const options = { ...concerns, readPreference: 'primary', ignoreUndefined: true } as const;
  const connection = createConnection(url, {
    ...options,
    serverSelectionTimeoutMS: selectionMs,
    autoIndex: false,
    autoCreate: false,
  });
  try {
    return await connection.asPromise();
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
