import { setTimeout } from 'node:timers/promises';
import type { EventStore, SubscriptionMessage } from '@panshi/event-store';
import { liveEntry } from './live-entry.ts';
import { Recent } from './recent.ts';
import { shownStreams } from './visible.ts';
import { Wakes } from './wakes.ts';

/** Something is sent to each client as often, in milliseconds, so that both ends and proxies know the other is there. */
const heartbeatMs = 15_000;

interface LiveTailOptions {
  readonly store: Pick<EventStore, 'head' | 'subscribe'>;
  /** What interrupted it; it goes on by itself. */
  readonly onError: (error: unknown) => void;
  /** Entries kept at least. */
  readonly kept?: number;
}

/** Follows the log once for all live streams of this process, while there are any. */
export class LiveTail {
  readonly #options: LiveTailOptions;
  readonly #wakes = new Wakes();
  readonly #arrivals = new Wakes();
  #listeners = 0;
  #recent: Recent | undefined;
  #beats = 0;

  constructor(options: LiveTailOptions) {
    this.#options = options;
  }

  /** What came last; undefined until the log was reached, and another one where the log was replaced by another. */
  get recent(): Recent | undefined {
    return this.#recent;
  }

  /** Heartbeats so far. */
  get beats(): number {
    return this.#beats;
  }

  /** Counts a listener in, until what it answers is called. */
  join(): () => void {
    this.#listeners += 1;
    this.#arrivals.ring();
    return () => void (this.#listeners -= 1);
  }

  /** What came last, once the log was reached; undefined when aborted before. */
  async reached(signal: AbortSignal): Promise<Recent | undefined> {
    while (!this.#recent && !signal.aborted) await this.stirred(signal);
    return this.#recent;
  }

  /** Resolves when something came, at the next heartbeat, or when aborted. Call it in the tick in which you looked. */
  stirred(signal: AbortSignal): Promise<void> {
    return this.#wakes.next(signal);
  }

  /** Follows until aborted, whatever happens to the store: it resumes where it was, without a gap. */
  async run(signal: AbortSignal): Promise<void> {
    const heart = setInterval(() => this.#beat(), heartbeatMs);
    for (let failures = 0; !signal.aborted; failures += 1) {
      while (this.#listeners === 0 && !signal.aborted) await this.#arrivals.next(signal);
      try {
        for await (const message of this.#messages(signal)) {
          this.#take(message);
          failures = 0;
          if (this.#listeners === 0) {
            // Before the log is let go of: who comes meanwhile waits for what is followed next.
            this.#recent = undefined;
            break;
          }
        }
      } catch (error) {
        if (signal.aborted) break;
        // The log ends before the place reached in it: it is another one, and its readers must begin anew.
        if (error instanceof RangeError) this.#recent = undefined;
        this.#wakes.ring();
        this.#options.onError(error);
        await setTimeout(Math.min(100 * 2 ** failures, 5000), undefined, { signal }).catch(() => undefined);
      }
    }
    clearInterval(heart);
  }

  async *#messages(signal: AbortSignal): AsyncGenerator<SubscriptionMessage> {
    const { store, kept } = this.#options;
    this.#recent ??= new Recent(await store.head(), kept);
    yield* store.subscribe({ after: this.#recent.at, streamPrefixes: shownStreams }, signal);
  }

  #take(message: SubscriptionMessage): void {
    const recent = this.#recent!;
    if (message.kind !== 'event') recent.pass(message.position);
    else recent.push(liveEntry(message.event));
    this.#wakes.ring();
  }

  #beat(): void {
    this.#beats += 1;
    this.#wakes.ring();
  }
}
