import { StoreUnavailable } from '@panshi/event-store';
import { type Connection, createConnection, mongo } from 'mongoose';
import { inTime } from './in-time.ts';

/** How long a server, or a new primary, or a connection to it is waited for, in milliseconds. */
const selectionMs = 5000;

/**
 * How long an answer is waited for, in milliseconds. A server may hang with its connections open, and a
 * projector that waited for ever would keep its view as it is.
 */
const answerMs = 20_000;

/** What the store promises: who was told that it is written finds it written, whichever member leads next. */
const concerns = {
  writeConcern: { w: 'majority' },
  readConcern: new mongo.ReadConcern('majority'),
  readPreference: 'primary',
} satisfies mongo.DbOptions;

/** An address without the password in it. */
const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** The database used where an address names none. */
const usual = 'panshi-views';
const namesDatabase = (url: string): boolean => /^[^:]+:\/\/[^/]+\/[^?]/.test(url);

/** The database of views, and what is under way in it. */
export class ViewsConnection {
  readonly db: mongo.Db;
  readonly #connection: Connection;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(connection: Connection) {
    this.#connection = connection;
    // Given here, the concerns hold whatever the address says.
    this.db = connection.getClient().db(connection.name, concerns);
  }

  /** @throws {StoreUnavailable} where no server answers, or it refuses us */
  static async open(url: string): Promise<ViewsConnection> {
    const connection = createConnection(url, {
      serverSelectionTimeoutMS: selectionMs,
      connectTimeoutMS: selectionMs,
      waitQueueTimeoutMS: selectionMs,
      ignoreUndefined: true,
      autoIndex: false,
      autoCreate: false,
      ...(!namesDatabase(url) && { dbName: usual }),
    });
    try {
      return new ViewsConnection(await connection.asPromise());
    } catch (cause) {
      await connection.close(true).catch(() => undefined);
      const advice = 'start it, or correct the address';
      throw new StoreUnavailable(`no MongoDB answers at ${withoutPassword(url)}: ${advice}`, { cause });
    }
  }

  /**
   * Does something in the database. @param moreMs how much longer than an answer it may take, in milliseconds
   * @throws {StoreUnavailable} when closed, or the server cannot be reached or does not answer
   */
  async run<T>(work: () => Promise<T>, moreMs = 0): Promise<T> {
    if (this.#closed) throw new StoreUnavailable('the views are closed');
    const running = inTime(work(), answerMs + moreMs);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (error instanceof mongo.MongoError)
        throw new StoreUnavailable(`the views: ${error.message}`, { cause: error });
      throw error;
    } finally {
      this.#running.delete(running);
    }
  }

  /** Finishes what was asked, then closes. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#running);
    await this.#connection.close();
  }
}

export const duplicateKey = 11000;

export const isDuplicate = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === duplicateKey;
