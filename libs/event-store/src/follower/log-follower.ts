import { retryAfterMs, retryUntilAborted, systemClock, Waiters } from '@panshi/async';
import type { EventFilter, EventStore, Position, RecordedEvent, SubscribeOptions } from '../port.ts';
import { covers, eventMatcher, unionOf } from './filters.ts';
import { Recent } from './recent.ts';

export type Followed = Pick<EventStore, 'head' | 'readAll' | 'subscribe'>;

/** What one consumer is handed: the next events that pass its filter, and how far the log was looked at for it. */
export interface Batch {
  readonly events: readonly RecordedEvent[];
  readonly position: Position;
  /** Whether it has all that the log held when it was last looked at, or has had so before. */
  readonly caughtUp: boolean;
}

interface Consumer {
  readonly filter: EventFilter;
  readonly onError: (error: unknown) => void;
}

/** Events kept at least for consumers that are a little behind; one further behind reads the log by itself. */
const eventsKept = 2048;
const batchEvents = 500;

const replaced = (at: Position): RangeError => new RangeError(`${at} lies beyond the end of the log: was it replaced?`);

/**
 * Follows the log once for all in this process who want to, while there are any: one subscription, to what any of them
 * asks for. A consumer holds no more than its place in the newest events, so a slow one holds up nobody. Where the log
 * cannot be reached all go on from where they were, once it can. See ADR 0020.
 */
export class LogFollower {
  readonly #store: Followed;
  readonly #consumers = new Set<Consumer>();
  readonly #arrivals = new Waiters();
  /** Undefined while nobody follows, and until the log's end is known. */
  #recent: Recent<RecordedEvent> | undefined;
  /** Which events `#recent` keeps. */
  #filter: EventFilter = {};
  #subscription = new AbortController();
  #logsReplaced = 0;
  #running = false;
  #waking = false;

  constructor(store: Followed) {
    this.#store = store;
  }

  /**
   * Yields what passes the filter, in order and once, until aborted; empty batches where others' events were passed.
   * @param onError told what keeps it waiting
   * @throws {RangeError} when it begins behind the end of the log, or the log ends before the place reached in it
   */
  async *follow(
    { after, ...filter }: SubscribeOptions,
    signal: AbortSignal,
    onError: (error: unknown) => void = () => undefined,
  ): AsyncGenerator<Batch> {
    const consumer = { filter, onError };
    this.#join(consumer);
    try {
      yield* this.#batches(consumer, after, signal);
    } finally {
      this.#leave(consumer);
    }
  }

  async *#batches(consumer: Consumer, after: Position | undefined, signal: AbortSignal): AsyncGenerator<Batch> {
    const log = this.#logsReplaced;
    const passes = eventMatcher(consumer.filter);
    let at = after ?? '';
    let caughtUp = false;
    while (!this.#recent && !signal.aborted) await this.#arrivals.next(signal);
    if (this.#recent && at > this.#recent.at) await this.#assertInLog(at, consumer, signal);
    while (!signal.aborted) {
      const recent = this.#recent;
      if (this.#logsReplaced !== log || !recent) throw replaced(at);
      const entries = recent.after(at, batchEvents);
      if (!entries) {
        const missed = await this.#read(at, recent.at, consumer, signal);
        if (!missed) return;
        at = missed.position;
        caughtUp ||= at === recent.at;
        yield { ...missed, caughtUp };
      } else if (caughtUp && recent.at <= at) await this.#arrivals.next(signal);
      else {
        const more = entries.length === batchEvents;
        const reached = more ? entries.at(-1)!.position : recent.at;
        at = reached > at ? reached : at;
        caughtUp ||= !more;
        yield { events: entries.filter(passes), position: at, caughtUp };
      }
    }
  }

  async #assertInLog(at: Position, { onError }: Consumer, signal: AbortSignal): Promise<void> {
    const head = await retryUntilAborted(() => this.#store.head(), { clock: systemClock, onError }, signal);
    if (head !== undefined && at > head) throw replaced(at);
  }

  /** What a consumer lacks that is further behind than events are kept; undefined when aborted. */
  #read(at: Position, upTo: Position, { filter, onError }: Consumer, signal: AbortSignal) {
    const after = at === '' ? undefined : at;
    const attempt = async (): Promise<Omit<Batch, 'caughtUp'> | undefined> => {
      const events: RecordedEvent[] = [];
      for await (const event of this.#store.readAll({ ...filter, after, upTo, limit: batchEvents })) {
        if (signal.aborted) return undefined;
        events.push(event);
      }
      return { events, position: events.length === batchEvents ? events.at(-1)!.position : upTo };
    };
    return retryUntilAborted(attempt, { clock: systemClock, onError }, signal);
  }

  #join(consumer: Consumer): void {
    this.#consumers.add(consumer);
    if (!this.#running) void this.#run();
    else if (this.#recent && !covers(this.#filter, consumer.filter)) {
      // What is kept lacks events that it asks for: keeping begins anew from here, with those too.
      this.#recent = new Recent(this.#recent.at, eventsKept);
      this.#subscription.abort();
    }
  }

  /** Ends the subscription where the others do not ask for all that it reads; {@link #run} begins a narrower one. */
  #leave(consumer: Consumer): void {
    this.#consumers.delete(consumer);
    if (this.#consumers.size === 0 || !covers(this.#asked, this.#filter)) this.#subscription.abort();
  }

  get #asked(): EventFilter {
    return unionOf(Array.from(this.#consumers, ({ filter }) => filter));
  }

  async #run(): Promise<void> {
    this.#running = true;
    for (let failures = 0; this.#consumers.size > 0;) {
      const { signal } = (this.#subscription = new AbortController());
      try {
        this.#recent ??= new Recent(await this.#store.head(), eventsKept);
        this.#filter = this.#asked;
        this.#wakeSoon();
        const options = { ...this.#filter, after: this.#recent.at };
        for await (const message of this.#store.subscribe(options, signal)) {
          if (signal.aborted) break;
          if (message.kind === 'event') this.#recent.push(message.event);
          else this.#recent.pass(message.position);
          this.#wakeSoon();
          failures = 0;
        }
      } catch (error) {
        if (signal.aborted) continue;
        if (error instanceof RangeError) this.#startOver();
        else this.#consumers.values().next().value?.onError(error);
        await systemClock.sleep(retryAfterMs(++failures), signal);
      }
    }
    this.#running = false;
    this.#recent = undefined;
  }

  /** It is another log: whoever follows is told, and may begin anew. */
  #startOver(): void {
    this.#recent = undefined;
    this.#logsReplaced++;
    this.#wakeSoon();
  }

  /** Wakes all consumers in a later tick, once for a burst of events. */
  #wakeSoon(): void {
    if (this.#waking) return;
    this.#waking = true;
    setImmediate(() => {
      this.#waking = false;
      this.#arrivals.wakeAll();
    });
  }
}

const followers = new WeakMap<Followed, LogFollower>();

/** The one follower that a log has in this process. */
export const followerOf = (store: Followed): LogFollower => {
  const follower = followers.get(store) ?? new LogFollower(store);
  followers.set(store, follower);
  return follower;
};
