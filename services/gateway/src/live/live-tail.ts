import { retryUntilAborted, systemClock, Waiters } from '@panshi/async';
import { type Followed, followerOf, Recent } from '@panshi/event-store';
import { type LiveEntry, liveEntry } from './live-entry.ts';
import { readableStreams } from './visible.ts';
import { BatchedWaiters } from './batched-waiters.ts';

/** Something is sent to each client as often, in milliseconds, so that both ends and proxies know the other is there. */
const heartbeatMs = 15_000;
/** Entries kept for whoever joins, or was slow for a moment. */
const entriesKept = 4096;

interface LiveTailOptions {
  readonly store: Followed;
  /** What interrupted it; it goes on by itself. */
  readonly onError: (error: unknown) => void;
  /** Entries kept at least. */
  readonly kept?: number;
}

/** Follows the log for all live streams of this process, while there are any. */
export class LiveTail {
  readonly #waiters = new BatchedWaiters();
  readonly #arrivals = new Waiters();
  #listeners = 0;
  #recent: Recent<LiveEntry> | undefined;
  #beats = 0;

  constructor(private readonly options: LiveTailOptions) {}

  /** The newest entries; undefined until the end of the log is known, and another object once the log was replaced. */
  get recent(): Recent<LiveEntry> | undefined {
    return this.#recent;
  }

  /** Heartbeats so far. */
  get beats(): number {
    return this.#beats;
  }

  /** Counts a listener in. @returns what counts it out again */
  join(): () => void {
    this.#listeners += 1;
    this.#arrivals.wakeAll();
    return () => void (this.#listeners -= 1);
  }

  /** The newest entries, once the end of the log is known; undefined when aborted before. */
  async reached(signal: AbortSignal): Promise<Recent<LiveEntry> | undefined> {
    while (!this.#recent && !signal.aborted) await this.nextChange(signal);
    return this.#recent;
  }

  /** Resolves at the next change: an event, a heartbeat, another log; or when aborted. Look, then call this in the same tick. */
  nextChange(signal: AbortSignal): Promise<void> {
    return this.#waiters.next(signal);
  }

  /** Follows until aborted, whatever happens to the store. */
  async run(signal: AbortSignal): Promise<void> {
    const heart = setInterval(() => this.#beat(), heartbeatMs);
    while (!signal.aborted) {
      while (this.#listeners === 0 && !signal.aborted) await this.#arrivals.next(signal);
      // The log ends before the place reached in it: it is another one, and its readers must begin anew.
      await this.#followForListeners(signal).catch(this.options.onError);
      this.#recent = undefined;
      this.#waiters.wakeSoon();
    }
    clearInterval(heart);
  }

  /** @throws {RangeError} when the log was replaced by another */
  async #followForListeners(signal: AbortSignal): Promise<void> {
    const { store, kept = entriesKept, onError } = this.options;
    const after = await retryUntilAborted(() => store.head(), { clock: systemClock, onError }, signal);
    if (after === undefined) return;
    const recent = (this.#recent = new Recent<LiveEntry>(after, kept));
    for await (const batch of followerOf(store).follow({ after, streamPrefixes: readableStreams }, signal, onError)) {
      for (const event of batch.events) recent.push(liveEntry(event));
      recent.pass(batch.position);
      this.#waiters.wakeSoon();
      // Before the log is let go of: who comes meanwhile waits for what is followed next.
      if (this.#listeners === 0) return void (this.#recent = undefined);
    }
  }

  #beat(): void {
    this.#beats += 1;
    this.#waiters.wakeSoon();
  }
}
