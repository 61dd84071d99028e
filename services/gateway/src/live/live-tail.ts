import { surely, systemClock, Waiters } from '@panshi/async';
import { type Followed, followerOf, Recent } from '@panshi/event-store';
import { type LiveEntry, liveEntry } from './live-entry.ts';
import { shownStreams } from './visible.ts';
import { Wakes } from './wakes.ts';

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
  readonly #wakes = new Wakes();
  readonly #arrivals = new Waiters();
  #listeners = 0;
  #recent: Recent<LiveEntry> | undefined;
  #beats = 0;

  constructor(private readonly options: LiveTailOptions) {}

  /** What came last; undefined until the log was reached, and another one where the log was replaced by another. */
  get recent(): Recent<LiveEntry> | undefined {
    return this.#recent;
  }

  /** Heartbeats so far. */
  get beats(): number {
    return this.#beats;
  }

  /** Counts a listener in, until what it answers is called. */
  join(): () => void {
    this.#listeners += 1;
    this.#arrivals.wakeAll();
    return () => void (this.#listeners -= 1);
  }

  /** What came last, once the log was reached; undefined when aborted before. */
  async reached(signal: AbortSignal): Promise<Recent<LiveEntry> | undefined> {
    while (!this.#recent && !signal.aborted) await this.stirred(signal);
    return this.#recent;
  }

  /** Resolves when something came, at the next heartbeat, or when aborted. Call it in the tick in which you looked. */
  stirred(signal: AbortSignal): Promise<void> {
    return this.#wakes.next(signal);
  }

  /** Follows until aborted, whatever happens to the store. */
  async run(signal: AbortSignal): Promise<void> {
    const heart = setInterval(() => this.#beat(), heartbeatMs);
    while (!signal.aborted) {
      while (this.#listeners === 0 && !signal.aborted) await this.#arrivals.next(signal);
      // The log ends before the place reached in it: it is another one, and its readers must begin anew.
      await this.#followWhileHeard(signal).catch(this.options.onError);
      this.#recent = undefined;
      this.#wakes.ring();
    }
    clearInterval(heart);
  }

  /** @throws {RangeError} when the log was replaced by another */
  async #followWhileHeard(signal: AbortSignal): Promise<void> {
    const { store, kept = entriesKept, onError } = this.options;
    const after = await surely(() => store.head(), { clock: systemClock, onError }, signal);
    if (after === undefined) return;
    const recent = (this.#recent = new Recent<LiveEntry>(after, kept));
    for await (const batch of followerOf(store).follow({ after, streamPrefixes: shownStreams }, signal, onError)) {
      for (const event of batch.events) recent.push(liveEntry(event));
      recent.pass(batch.position);
      this.#wakes.ring();
      // Before the log is let go of: who comes meanwhile waits for what is followed next.
      if (this.#listeners === 0) return void (this.#recent = undefined);
    }
  }

  #beat(): void {
    this.#beats += 1;
    this.#wakes.ring();
  }
}
