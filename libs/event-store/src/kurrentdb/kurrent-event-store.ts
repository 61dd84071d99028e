import type { Instant } from '@panshi/kernel';
import { timeOf } from '../draft.ts';
import { StoreUnavailable } from '../errors.ts';
import type * as port from '../port.ts';
import { appendRequest } from './append-request.ts';
import { Appender } from './appender.ts';
import { Follower } from './follower.ts';
import { KurrentCheckpoints } from './kurrent-checkpoints.ts';
import { importInto } from './kurrent-import.ts';
import type { KurrentEventStoreOptions } from './open.ts';
import { type StoreParts, storeParts } from './store-parts.ts';
import { beyond, origin } from './server-positions.ts';

const mostPending = 10_000;

/** The log on a KurrentDB server or cluster. */
export class KurrentEventStore implements port.EventStore {
  /** They are bytes of the server's log. */
  readonly densePositions = false;
  readonly checkpoints: port.CheckpointStore;
  readonly #parts: StoreParts;
  readonly #appender: Appender;
  readonly #pending = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor({ url, clock = Date.now, log = 'panshi', patienceMs = 10_000 }: KurrentEventStoreOptions) {
    this.#parts = storeParts({ url, clock, log, patienceMs });
    this.#appender = new Appender(this.#parts);
    this.checkpoints = new KurrentCheckpoints(this.#parts);
  }

  async append(stream: string, events: readonly port.NewEvent[], options: port.AppendOptions) {
    this.#open();
    if (this.#pending.size >= mostPending) throw new StoreUnavailable(`${mostPending} writes wait already: ask later`);
    return this.#awaited(this.#appender.append(appendRequest(stream, events, options)));
  }

  async *readStream(stream: string, options?: port.ReadStreamOptions): AsyncGenerator<port.RecordedEvent> {
    const { known } = this.#parts;
    for await (const event of this.#open().reader.stream(stream, options)) {
      if (options?.direction !== 'backwards') known.learn(stream, event.version, event.id);
      yield event;
    }
  }

  async *readAll(options: port.ReadAllOptions = {}): AsyncGenerator<port.RecordedEvent> {
    yield* this.#open().reader.all(options);
  }

  async *subscribe(options: port.SubscribeOptions, signal: AbortSignal): AsyncGenerator<port.SubscriptionMessage> {
    const either = AbortSignal.any([signal, this.#closing.signal]);
    const follower = new Follower(this.#open(), options, either);
    yield* follower.messages();
    if (!signal.aborted) this.#open();
  }

  async import(events: AsyncIterable<port.ImportedEvent> | Iterable<port.ImportedEvent>): Promise<port.Position> {
    return this.#awaited(importInto(this.#open(), events));
  }

  async head(): Promise<port.Position> {
    return this.#open().reader.head();
  }

  async positionAt(moment: Instant): Promise<port.Position> {
    const { marks, reader } = this.#open();
    timeOf(moment);
    let position = (await marks.before(moment))?.position ?? origin;
    for await (const event of reader.all({ after: position, upTo: beyond })) {
      if (event.recordedAt > moment) break;
      position = event.position;
    }
    return position;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled(this.#pending);
    await this.#parts.marks.settled();
    await this.#parts.client.dispose();
  }

  async #awaited<T>(answer: Promise<T>): Promise<T> {
    this.#pending.add(answer);
    try {
      return await answer;
    } finally {
      this.#pending.delete(answer);
    }
  }

  #open(): StoreParts {
    if (this.#closing.signal.aborted) throw new StoreUnavailable('the log was closed');
    return this.#parts;
  }
}
