import type { Instant } from '@panshi/kernel';
import { draftAppend, timeOf } from '../draft.ts';
import { StoreUnavailable } from '../errors.ts';
import { follow, type LiveSource } from '../follow.ts';
import type { Page, PageRequest } from '../pages.ts';
import type * as port from '../port.ts';
import { toPosition } from '../position.ts';
import { readAll } from '../read-all.ts';
import type { Wakeups } from '../wakeups.ts';
import { OwnAppendsCache } from './own-appends-cache.ts';
import { isReceipt, type Refused } from './protocol.ts';
import type { LogReader } from './reader.ts';
import { refusedAppend } from './refusal.ts';
import { SqliteCheckpoints } from './sqlite-checkpoints.ts';
import type { LogWriting } from './writer.ts';

const streamPage = 256;

/** The log in SQLite: reads on this thread, writes where its writer does. */
export class SqliteEventStore implements port.EventStore, LiveSource {
  readonly densePositions = true;
  readonly checkpoints: port.CheckpointStore;
  readonly wakeups: Wakeups;
  readonly #reader: LogReader;
  readonly #ownAppends: OwnAppendsCache;
  readonly #writer: LogWriting;
  readonly #clock: () => number;
  #closing: Promise<void> | undefined;

  constructor(reader: LogReader, writer: LogWriting, wakeups: Wakeups, clock: () => number) {
    this.#reader = reader;
    this.#ownAppends = new OwnAppendsCache(reader);
    this.#writer = writer;
    this.wakeups = wakeups;
    this.#clock = () => Math.trunc(clock());
    this.checkpoints = new SqliteCheckpoints(() => this.#open(), writer, this.#clock);
  }

  async append(stream: string, events: readonly port.NewEvent[], options: port.AppendOptions) {
    const { expect, commandId } = options;
    const { events: drafts, size } = draftAppend(stream, commandId, events);
    const request = [stream, expect, commandId, this.#clock(), ...drafts] as const;
    const outcome = await this.#writer.request(request, size);
    if (!isReceipt(outcome)) throw refusedAppend(outcome as Refused, request);
    const [version, position] = outcome;
    this.#ownAppends.note(stream, drafts, outcome);
    this.wakeups.wakeSoon();
    return { version, position: toPosition(position) };
  }

  async *readStream(stream: string, options: port.ReadStreamOptions = {}): AsyncGenerator<port.RecordedEvent> {
    const { direction = 'forwards' } = options;
    let { from = 0, to = Number.MAX_SAFE_INTEGER, limit = Number.MAX_SAFE_INTEGER } = options;
    while (limit > 0) {
      const size = Math.min(limit, streamPage);
      const { events, full } = this.#open().stream(stream, { from, to, direction, limit: size });
      yield* events;
      if (!full) return;
      limit -= events.length;
      if (direction === 'forwards') from = events.at(-1)!.version + 1;
      else to = events.at(-1)!.version - 1;
    }
  }

  readAll(options: port.ReadAllOptions = {}): AsyncGenerator<port.RecordedEvent> {
    const log = {
      lastOrdinal: () => this.lastOrdinal(),
      page: (request: PageRequest) => this.#open().page(request),
      skip: (stretch: Omit<PageRequest, 'limit'>) => this.#open().skip(stretch),
    };
    return readAll(log, options);
  }

  subscribe(options: port.SubscribeOptions, signal: AbortSignal): AsyncGenerator<port.SubscriptionMessage> {
    return follow(this, options, signal);
  }

  async import(events: AsyncIterable<port.ImportedEvent> | Iterable<port.ImportedEvent>): Promise<port.Position> {
    const position = await this.#writer.import(events);
    this.wakeups.wakeAll();
    return position;
  }

  async head(): Promise<port.Position> {
    return toPosition(this.lastOrdinal());
  }

  async positionAt(moment: Instant): Promise<port.Position> {
    return toPosition(this.#open().ordinalAt(timeOf(moment)));
  }

  lastOrdinal(): number {
    return this.#open().lastOrdinal();
  }

  page(request: PageRequest): Page {
    this.#open();
    return this.#ownAppends.page(request);
  }

  wake(): void {
    this.wakeups.wakeSoon();
  }

  close(): Promise<void> {
    this.#closing ??= this.#close();
    return this.#closing;
  }

  // The reader first: the last connection to close puts the WAL away, and a reader may not.
  async #close(): Promise<void> {
    await this.#writer.drain();
    this.#reader.close();
    this.wakeups.wakeAll();
    await this.#writer.close();
  }

  #open(): LogReader {
    if (this.#closing !== undefined) throw new StoreUnavailable('the log was closed');
    return this.#reader;
  }
}
