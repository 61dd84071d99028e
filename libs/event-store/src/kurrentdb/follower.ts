import { setTimeout } from 'node:timers/promises';
import type { Position, SubscribeOptions, SubscriptionMessage } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { faultOf, lasting, retryAfterMs } from './faults.ts';
import { type Fed, feed } from './feed.ts';
import type { Parts } from './parts.ts';
import { origin, positionOf } from './places.ts';
import { Reached } from './reached.ts';
import { sieveOf, type Sieve } from './sieve.ts';

// Wide strides through the past; when live, the server must tell of each record it held back.
const pastWindow = 512;
const liveWindow = 1;

/** One who follows the log: through the past, then live, and on after any cut of the connection. */
export class Follower {
  readonly #parts: Parts;
  readonly #sieve: Sieve;
  readonly #signal: AbortSignal;
  readonly #reached: Reached;
  #cuts = 0;

  constructor(parts: Parts, { after = origin, ...filter }: SubscribeOptions, signal: AbortSignal) {
    ordinalOf(after);
    this.#parts = parts;
    this.#sieve = sieveOf(parts.names, filter);
    this.#signal = signal;
    this.#reached = new Reached(parts.reader, this.#sieve, after);
  }

  /** @throws {RangeError} when it would begin behind the end of the log @throws {StoreUnavailable} without access */
  async *messages(): AsyncGenerator<SubscriptionMessage> {
    for (let caughtUp = false; !this.#signal.aborted;) {
      try {
        const head = await this.#parts.reader.head();
        const { at } = this.#reached;
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
      if ('sign' in fed) yield* fed.sign === 'caughtUp' ? this.#reached.progress(head) : [];
      else if ('event' in fed) yield* this.#reached.event(fed.event!);
      else if ('checkpoint' in fed) {
        const place = positionOf(fed.checkpoint);
        yield* this.#reached.progress(place < head ? place : head);
      }
      if (this.#reached.at >= head) return;
    }
    await this.#pause();
  }

  async *#live(): AsyncGenerator<SubscriptionMessage> {
    for await (const fed of this.#feed(liveWindow)) {
      if ('sign' in fed && fed.sign === 'fellBehind') return;
      if ('event' in fed) yield* this.#reached.event(fed.event!);
      else if ('checkpoint' in fed)
        yield* this.#reached.progress(await this.#parts.tip.within(positionOf(fed.checkpoint)));
    }
    await this.#pause();
  }

  async *#feed(window: number): AsyncGenerator<Fed> {
    const from = { after: this.#reached.at, sieve: this.#sieve, window };
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
