import { type Connection, type ConnectOptions, createConnection, mongo } from 'mongoose';
import { withTimeout } from './with-timeout.ts';

/** How long a server, or a new primary, or a connection to it is waited for, in milliseconds. */
const selectionMs = 5000;

/** What is promised in each database: whoever was told that it is written finds it written, whichever member leads next. */
const concerns = {
  writeConcern: { w: 'majority' },
  readConcern: new mongo.ReadConcern('majority'),
  readPreference: 'primary',
} satisfies mongo.DbOptions;

export interface MongoOptions {
  readonly url: string;
  /** The database used where the address names none. */
  readonly usual: string;
  /** What is kept in it, as it is called in errors: `the views`. */
  readonly what: string;
  /** Makes the error that callers know: not now. */
  readonly unavailable: new (message: string, options?: ErrorOptions) => Error;
  /** How long an answer is waited for, in milliseconds; for ever unless told. */
  readonly answerMs?: number;
  /** Of this database alone, beside what holds for all. */
  readonly client?: ConnectOptions;
  readonly database?: mongo.DbOptions;
}

/** An address without the password in it. */
const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

const namesDatabase = (url: string): boolean => /^[^:]+:\/\/[^/]+\/[^?]/.test(url);

/** A database, and what is under way in it. */
export class MongoConnection {
  readonly db: mongo.Db;
  readonly #connection: Connection;
  readonly #options: MongoOptions;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(connection: Connection, options: MongoOptions) {
    this.#connection = connection;
    this.#options = options;
    // Given here, the concerns hold whatever the address says.
    this.db = connection.getClient().db(connection.name, { ...concerns, ...options.database });
  }

  /** @throws {MongoOptions.unavailable} where no server answers, or it refuses us */
  static async open(options: MongoOptions): Promise<MongoConnection> {
    const { url, usual, unavailable: Unavailable } = options;
    const connection = createConnection(url, {
      serverSelectionTimeoutMS: selectionMs,
      connectTimeoutMS: selectionMs,
      waitQueueTimeoutMS: selectionMs,
      autoIndex: false,
      autoCreate: false,
      ...options.client,
      ...(!namesDatabase(url) && { dbName: usual }),
    });
    try {
      return new MongoConnection(await connection.asPromise(), options);
    } catch (cause) {
      await connection.close(true).catch(() => undefined);
      const advice = 'start it, or correct the address';
      throw new Unavailable(`no MongoDB answers at ${withoutPassword(url)}: ${advice}`, { cause });
    }
  }

  /**
   * Does something in the database. @param moreMs how much longer than an answer it may take, in milliseconds
   * @throws {MongoOptions.unavailable} when closed, or the server cannot be reached or does not answer
   */
  async run<T>(work: () => Promise<T>, moreMs = 0): Promise<T> {
    const { what, unavailable: Unavailable, answerMs = Infinity } = this.#options;
    if (this.#closed) throw new Unavailable(`${what} are closed`);
    const late = (seconds: number): Error => new Unavailable(`${what} did not answer within ${seconds} s`);
    const running = withTimeout(work(), answerMs + moreMs, late);
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (error instanceof mongo.MongoError) throw new Unavailable(`${what}: ${error.message}`, { cause: error });
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

const duplicateKey = 11000;

/**
 * Whether what was inserted is there already, by somebody else: of racing inserts exactly one wins. Of several inserted
 * at once, whether nothing else failed.
 */
export const isDuplicate = (error: unknown): boolean => {
  if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) return false;
  if (!(error instanceof mongo.MongoBulkWriteError)) return true;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return !error.result.getWriteConcernError() && failures.every(({ code }) => code === duplicateKey);
};
