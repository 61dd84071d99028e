import { setTimeout } from 'node:timers/promises';
import type { Position, SubscribeOptions, SubscriptionMessage } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { faultOf, lasting, retryAfterMs } from './faults.ts';
import { type Fed, feed } from './feed.ts';
import type { StoreParts } from './store-parts.ts';
import { origin, positionOf } from './server-positions.ts';
import { FollowProgress } from './follow-progress.ts';
import { splitFilter, type SplitFilter } from './split-filter.ts';

// Wide strides through the past; when live, the server must tell of each record it held back.
const pastWindow = 512;
const liveWindow = 1;

/** One who follows the log: through the past, then live, and on after any cut of the connection. */
export class Follower {
  readonly #parts: StoreParts;
  readonly #filter: SplitFilter;
  readonly #signal: AbortSignal;
  readonly #progress: FollowProgress;
  #cuts = 0;

  constructor(parts: StoreParts, { after = origin, ...filter }: SubscribeOptions, signal: AbortSignal) {
    ordinalOf(after);
    this.#parts = parts;
    this.#filter = splitFilter(parts.names, filter);
    this.#signal = signal;
    this.#progress = new FollowProgress(parts.reader, this.#filter, after);
  }

  /** @throws {RangeError} when it would begin behind the end of the log @throws {StoreUnavailable} without access */
  async *messages(): AsyncGenerator<SubscriptionMessage> {
    for (let caughtUp = false; !this.#signal.aborted;) {
      try {
        const head = await this.#parts.reader.head();
        const { at } = this.#progress;
        if (at > head) throw new RangeError(`${at} lies beyond the end of the log: was it replaced?`);
        if (at < head) {
          yield* this.#past(head);
          continue;
        }
        if (this.#signal.aborted) return;
        if (!caughtUp) yield { kind: 'caughtUp', position: at };
        caughtUp = true;
        yield* this.#live();
      } catch (error) {
        if (faultOf(error) === 'final') throw lasting(error);
        await this.#pause();
      }
    }
  }

  /** Up to the head or a little beyond. */
  async *#past(head: Position): AsyncGenerator<SubscriptionMessage> {
    for await (const fed of this.#feed(pastWindow)) {
      if ('sign' in fed) yield* fed.sign === 'caughtUp' ? this.#progress.progress(head) : [];
      else if ('event' in fed) yield* this.#progress.event(fed.event!);
      else if ('checkpoint' in fed) {
        const place = positionOf(fed.checkpoint);
        yield* this.#progress.progress(place < head ? place : head);
      }
      if (this.#progress.at >= head) return;
    }
    await this.#pause();
  }

  async *#live(): AsyncGenerator<SubscriptionMessage> {
    for await (const fed of this.#feed(liveWindow)) {
      if ('sign' in fed && fed.sign === 'fellBehind') return;
      if ('event' in fed) yield* this.#progress.event(fed.event!);
      else if ('checkpoint' in fed)
        yield* this.#progress.progress(await this.#parts.logEnd.within(positionOf(fed.checkpoint)));
    }
    await this.#pause();
  }

  async *#feed(window: number): AsyncGenerator<Fed> {
    const from = { after: this.#progress.at, filter: this.#filter, window };
    for await (const fed of feed(this.#parts.client, from, this.#signal)) {
      this.#cuts = 0;
      yield fed;
      if (this.#signal.aborted) return;
    }
  }

  async #pause(): Promise<void> {
    await setTimeout(retryAfterMs(++this.#cuts), undefined, { signal: this.#signal }).catch(() => undefined);
  }
}
