import { setTimeout } from 'node:timers/promises';
import {
  type AllStreamResolvedEvent,
  KurrentDBClient,
  type ResolvedEvent,
  StreamNotFoundError,
} from '@kurrent/kurrentdb-client';
import { StoreUnavailable } from '../errors.ts';
import { lasting, retryAfterMs } from './faults.ts';

const attempts = 4;

/** Reads pages of records, over a connection of its own. */
export class Pages {
  readonly #url: string;
  #client: KurrentDBClient;

  constructor(url: string) {
    this.#url = url;
    this.#client = KurrentDBClient.connectionString(url);
  }

  /**
   * A page, whole: an iteration left half way would hold on to its connection. It is asked for again where the
   * connection turns out to be cut, as it does for the first to read after a restart of the server.
   * @throws {StoreUnavailable} when the server does not answer
   */
  async page<T extends ResolvedEvent | AllStreamResolvedEvent>(
    ask: (client: KurrentDBClient) => AsyncIterable<T>,
  ): Promise<readonly T[]> {
    for (let attempt = 1; ; attempt++) {
      const client = this.#client;
      try {
        const page: T[] = [];
        for await (const record of ask(client)) page.push(record);
        return page;
      } catch (error) {
        if (error instanceof StreamNotFoundError) return [];
        if (lasting(error) !== error) throw lasting(error);
        // The client's native part, which reads, never leaves a leader that is gone: a new one looks for the next.
        if (this.#client === client) this.#client = KurrentDBClient.connectionString(this.#url);
        if (attempt === attempts)
          throw new StoreUnavailable(
            `KurrentDB cannot be read now (${(error as Error).message}): see that it runs, and where PANSHI_EVENTS looks for it`,
            { cause: error },
          );
        await setTimeout(retryAfterMs(attempt + 1));
      }
    }
  }
}
