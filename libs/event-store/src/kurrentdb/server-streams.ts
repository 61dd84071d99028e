import {
  type AppendResult,
  type EventData,
  type KurrentDBClient,
  NO_STREAM,
  type ReadStreamOptions,
  type RecordedEvent,
  WrongExpectedVersionError,
} from '@kurrent/kurrentdb-client';
import type { Answers } from './answers.ts';
import type { Pages } from './pages.ts';

/** The server's streams, as all of the adapter works with them: at exact revisions, and with the leader. */
export class ServerStreams {
  readonly #client: KurrentDBClient;
  readonly #answers: Answers;
  readonly #pages: Pages;

  constructor(client: KurrentDBClient, answers: Answers, pages: Pages) {
    this.#client = client;
    this.#answers = answers;
    this.#pages = pages;
  }

  /** A page of a stream; nothing where the stream is absent. */
  async read(stream: string, options: ReadStreamOptions): Promise<readonly RecordedEvent[]> {
    const asked = { ...options, requiresLeader: true };
    const page = await this.#pages.page((client) => client.readStream(stream, asked));
    return page.map(({ event }) => event!);
  }

  /**
   * Appends after a revision (undefined: to an absent stream); undefined when the stream ends elsewhere.
   * @param events asked for as the append goes out
   */
  async append(
    stream: string,
    last: bigint | undefined,
    events: () => EventData | EventData[],
  ): Promise<AppendResult | undefined> {
    const options = { streamState: last ?? NO_STREAM, requiresLeader: true } as const;
    try {
      const result = await this.#answers.to(() => this.#client.appendToStream(stream, events(), options));
      return result.success ? result : undefined;
    } catch (error) {
      if (error instanceof WrongExpectedVersionError) return undefined;
      throw error;
    }
  }

  /** Of older events than so many nobody reads any: the server drops them when it scavenges. */
  async bound(stream: string, maxCount: number): Promise<void> {
    await this.#answers.to(() => this.#client.setStreamMetadata(stream, { maxCount }, { requiresLeader: true }));
  }
}
