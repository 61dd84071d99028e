import { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Instant } from '@panshi/kernel';
import { timeOf } from '../draft.ts';
import { StoreUnavailable } from '../errors.ts';
import type * as port from '../port.ts';
import { Appender } from './appender.ts';
import { EventWriter } from './event-writer.ts';
import { Follower } from './follower.ts';
import { type ImportParts, importInto } from './kurrent-import.ts';
import { KnownStreams } from './known-streams.ts';
import { KurrentCheckpoints } from './kurrent-checkpoints.ts';
import { LogClock } from './log-clock.ts';
import { namesOf } from './names.ts';
import type { KurrentEventStoreOptions } from './open.ts';
import { beyond, origin } from './places.ts';
import { LogReader } from './reader.ts';
import { TimeMarks } from './time-marks.ts';
import { Tip } from './tip.ts';
import { Turns } from './turns.ts';

const mostInFlight = 100;
const mostPending = 10_000;

/** The log on a KurrentDB server or cluster. */
export class KurrentEventStore implements port.EventStore {
  readonly checkpoints: port.CheckpointStore;
  readonly #parts: ImportParts;
  readonly #appender: Appender;
  readonly #tip: Tip;
  readonly #pending = new Set<Promise<unknown>>();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  constructor({ url, clock: time = Date.now, log = 'panshi', patienceMs = 10_000 }: KurrentEventStoreOptions) {
    const names = namesOf(log);
    const client = KurrentDBClient.connectionString(url);
    const clock = new LogClock(time);
    const reader = new LogReader(client, names, clock);
    const turns = new Turns(mostInFlight);
    const writer = new EventWriter(client, names, turns, patienceMs);
    const marks = new TimeMarks(client, names);
    const known = new KnownStreams();
    this.#parts = { client, names, reader, writer, known, clock, marks, turns, patienceMs };
    this.#appender = new Appender(this.#parts);
    this.#tip = new Tip(() => reader.head());
    this.checkpoints = new KurrentCheckpoints(client, names, () => clock.now(), patienceMs);
  }

  async append(stream: string, events: readonly port.NewEvent[], options: port.AppendOptions) {
    this.#open();
    if (this.#pending.size >= mostPending) throw new StoreUnavailable(`${mostPending} writes wait already: ask later`);
    return this.#awaited(this.#appender.append(stream, events, options));
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
    const follower = new Follower({ ...this.#open(), tip: this.#tip }, options, either);
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

  #open(): ImportParts {
    if (this.#closing.signal.aborted) throw new StoreUnavailable('the log was closed');
    return this.#parts;
  }
}
