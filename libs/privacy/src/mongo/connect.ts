import { createConnection, mongo, type Connection } from 'mongoose';
import { KeysUnavailable } from '../errors.ts';

/** How long a server, or a new primary, or a connection to it is waited for, in milliseconds. */
const selectionMs = 5000;

/** A key is durable before it seals anything, whichever member is lost: on the disks of a majority. */
const concerns = {
  writeConcern: { w: 'majority', journal: true },
  readConcern: new mongo.ReadConcern('majority'),
  readPreference: 'primary',
} satisfies mongo.DbOptions;

/** The database used where an address names none. */
const usual = 'panshi-keys';
const namesDatabase = (url: string): boolean => /^[^:]+:\/\/[^/]+\/[^?]/.test(url);

const withoutPassword = (url: string): string => url.replace(/\/\/[^@/]*@/, '//');

/** The database of keys, and what is under way in it. */
export class KeysConnection {
  readonly db: mongo.Db;
  readonly #connection: Connection;
  readonly #running = new Set<Promise<unknown>>();
  #closed = false;

  private constructor(connection: Connection) {
    this.#connection = connection;
    // Given here, the concerns hold whatever the address says.
    this.db = connection.getClient().db(connection.name, concerns);
  }

  /** @throws {KeysUnavailable} where no server answers, or it refuses us */
  static async open(url: string): Promise<KeysConnection> {
    const connection = createConnection(url, {
      serverSelectionTimeoutMS: selectionMs,
      connectTimeoutMS: selectionMs,
      waitQueueTimeoutMS: selectionMs,
      promoteBuffers: true,
      autoIndex: false,
      autoCreate: false,
      ...(!namesDatabase(url) && { dbName: usual }),
    });
    try {
      return new KeysConnection(await connection.asPromise());
    } catch (cause) {
      await connection.close(true).catch(() => undefined);
      const advice = 'start it, or correct the address';
      throw new KeysUnavailable(`no MongoDB answers at ${withoutPassword(url)}: ${advice}`, { cause });
    }
  }

  /** Does something in the database. @throws {KeysUnavailable} when closed, or the server cannot be reached */
  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#closed) throw new KeysUnavailable('the keys are closed');
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } catch (error) {
      if (error instanceof mongo.MongoError) throw new KeysUnavailable(`the keys: ${error.message}`, { cause: error });
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

/** Whether what was inserted is there already, by somebody else: of racing inserts exactly one wins. */
export const isDuplicate = (error: unknown): boolean => {
  if (!(error instanceof mongo.MongoServerError) || error.code !== duplicateKey) return false;
  if (!(error instanceof mongo.MongoBulkWriteError)) return true;
  const failures = Array.isArray(error.writeErrors) ? error.writeErrors : [error.writeErrors];
  return !error.result.getWriteConcernError() && failures.every(({ code }) => code === duplicateKey);
};
