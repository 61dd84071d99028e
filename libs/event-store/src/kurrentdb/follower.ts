import { setTimeout } from 'node:timers/promises';
import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import type { Position, SubscribeOptions, SubscriptionMessage } from '../port.ts';
import { ordinalOf } from '../position.ts';
import { backoff, faultOf, lasting } from './faults.ts';
import { feed } from './feed.ts';
import type { Names } from './names.ts';
import { origin, positionOf, positionOfRecord } from './places.ts';
import type { LogReader } from './reader.ts';
import { sieveOf, type Sieve } from './sieve.ts';
import type { Tip } from './tip.ts';

/** What a follower works with. */
export interface FollowerParts {
  readonly client: KurrentDBClient;
  readonly names: Names;
  readonly reader: LogReader;
  readonly tip: Tip;
}

// Wide strides through the past; when live, the server must tell of each record it held back.
const pastWindow = 512;
const liveWindow = 1;

/** One who follows the log: through the past, then live, and on after any cut of the connection. */
export class Follower {
  readonly #parts: FollowerParts;
  readonly #sieve: Sieve;
  readonly #signal: AbortSignal;
  #at: Position;
  #cuts = 0;

  constructor(parts: FollowerParts, { after = origin, ...filter }: SubscribeOptions, signal: AbortSignal) {
    this.#parts = parts;
    this.#sieve = sieveOf(parts.names, filter);
    this.#signal = signal;
    this.#at = after;
    ordinalOf(after);
  }

  /** @throws {RangeError} when it would begin behind the end of the log @throws {StoreUnavailable} without access */
  async *messages(): AsyncGenerator<SubscriptionMessage> {
    for (let caughtUp = false; !this.#signal.aborted;) {
      try {
        const head = await this.#parts.reader.head();
        if (this.#at > head) throw new RangeError(`${this.#at} lies beyond the end of the log: was it replaced?`);
        if (this.#at < head) {
          yield* this.#past(head);
          continue;
        }
        if (this.#signal.aborted) return;
        if (!caughtUp) yield { kind: 'caughtUp', position: this.#at };
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
      if ('sign' in fed && fed.sign === 'caughtUp' && this.#at < head) yield* this.#progress(head);
      else if ('checkpoint' in fed) {
        const place = positionOf(fed.checkpoint);
        yield* this.#progress(place < head ? place : head);
      } else if ('event' in fed) yield* this.#event(fed.event!);
      if (this.#at >= head) return;
    }
    await this.#pause();
  }

  async *#live(): AsyncGenerator<SubscriptionMessage> {
    for await (const fed of this.#feed(liveWindow)) {
      if ('sign' in fed && fed.sign === 'fellBehind') return;
      if ('checkpoint' in fed) yield* this.#progress(await this.#parts.tip.within(positionOf(fed.checkpoint)));
      else if ('event' in fed) yield* this.#event(fed.event!);
    }
    await this.#pause();
  }

  *#event(record: Parameters<LogReader['recorded']>[0]): Generator<SubscriptionMessage> {
    const position = positionOfRecord(record.position);
    if (position <= this.#at) return;
    if (!this.#sieve.passes(record.streamId, record.type)) return yield* this.#passedOver(record.streamId, position);
    this.#at = position;
    yield { kind: 'event', event: this.#parts.reader.recorded(record) };
  }

  *#passedOver(serverName: string, position: Position): Generator<SubscriptionMessage> {
    if (serverName.startsWith(this.#parts.names.prefix)) yield* this.#progress(position);
  }

  *#progress(position: Position): Generator<SubscriptionMessage> {
    if (position <= this.#at) return;
    this.#at = position;
    yield { kind: 'progress', position };
  }

  async *#feed(window: number) {
    const { client } = this.#parts;
    for await (const fed of feed(client, { after: this.#at, sieve: this.#sieve, window }, this.#signal)) {
      this.#cuts = 0;
      yield fed;
      if (this.#signal.aborted) return;
    }
  }

  async #pause(): Promise<void> {
    await setTimeout(backoff(this.#cuts++), undefined, { signal: this.#signal }).catch(() => undefined);
  }
}
