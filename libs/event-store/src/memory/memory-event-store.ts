import type { Instant } from '@panshi/kernel';
import { draftAppend, timeOf } from '../draft.ts';
import { LogNotEmpty, StoreUnavailable } from '../errors.ts';
import { follow, type LiveSource } from '../follow.ts';
import type { Page, PageRequest } from '../pages.ts';
import type * as port from '../port.ts';
import { toPosition } from '../position.ts';
import { readAll } from '../read-all.ts';
import { Wakeups } from '../wakeups.ts';
import { MemoryCheckpoints } from './memory-checkpoints.ts';
import { MemoryLog } from './memory-log.ts';

export interface MemoryEventStoreOptions {
  /** Milliseconds since 1970, as Date.now gives them. */
  readonly clock?: () => number;
}

/** A log for tests, gone with the process; it passes the same contract as the durable ones. */
export const openMemoryEventStore = ({ clock = Date.now }: MemoryEventStoreOptions = {}): port.EventStore =>
  new MemoryEventStore(clock);

class MemoryEventStore implements port.EventStore, LiveSource {
  readonly densePositions = true;
  readonly checkpoints: port.CheckpointStore;
  readonly wakeups = new Wakeups();
  readonly #log = new MemoryLog();
  readonly #clock: () => number;
  #closed = false;

  constructor(clock: () => number) {
    this.#clock = () => Math.trunc(clock());
    this.checkpoints = new MemoryCheckpoints(this.#clock);
  }

  async append(stream: string, events: readonly port.NewEvent[], options: port.AppendOptions) {
    const result = this.#open().append(stream, draftAppend(stream, options.commandId, events), options, this.#clock());
    this.wakeups.wakeAll();
    return result;
  }

  async *readStream(stream: string, options: port.ReadStreamOptions = {}): AsyncGenerator<port.RecordedEvent> {
    const { from = 0, to = Number.MAX_SAFE_INTEGER, limit = Number.MAX_SAFE_INTEGER } = options;
    const events = [...this.#open().stream(stream, from, to)];
    if (options.direction === 'backwards') events.reverse();
    yield* events.slice(0, limit);
  }

  readAll(options: port.ReadAllOptions = {}): AsyncGenerator<port.RecordedEvent> {
    return readAll(this, options);
  }

  subscribe(options: port.SubscribeOptions, signal: AbortSignal): AsyncGenerator<port.SubscriptionMessage> {
    return follow(this, options, signal);
  }

  async import(events: AsyncIterable<port.ImportedEvent> | Iterable<port.ImportedEvent>): Promise<port.Position> {
    const drafts = [];
    for await (const event of events)
      drafts.push({ ...event, draft: draftAppend(event.stream, event.commandId, [event]) });
    if (this.lastOrdinal() > 0) throw new LogNotEmpty('only an empty log takes an import');
    this.#log.load(drafts.map(({ stream, draft, recordedAt }) => ({ stream, draft, recordedAt: timeOf(recordedAt) })));
    this.wakeups.wakeAll();
    return this.head();
  }

  async head(): Promise<port.Position> {
    return toPosition(this.lastOrdinal());
  }

  async positionAt(moment: Instant): Promise<port.Position> {
    return toPosition(this.#open().ordinalAt(timeOf(moment)));
  }

  lastOrdinal(): number {
    return this.#open().lastOrdinal;
  }

  page(request: PageRequest): Page {
    return this.#open().page(request);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.wakeups.wakeAll();
  }

  #open(): MemoryLog {
    if (this.#closed) throw new StoreUnavailable('the log was closed');
    return this.#log;
  }
}
