import type { RecordedEvent as Record } from '@kurrent/kurrentdb-client';
import type { Position, SubscriptionMessage } from '../port.ts';
import { positionOfRecord } from './places.ts';
import type { LogReader } from './reader.ts';
import type { Sieve } from './sieve.ts';

/** How far one who follows has come, and the messages that take it further; what lies behind is not told again. */
export class Reached {
  readonly #reader: LogReader;
  readonly #sieve: Sieve;
  at: Position;

  constructor(reader: LogReader, sieve: Sieve, at: Position) {
    this.#reader = reader;
    this.#sieve = sieve;
    this.at = at;
  }

  *event(record: Record): Generator<SubscriptionMessage> {
    const position = positionOfRecord(record.position);
    if (position <= this.at) return;
    if (this.#sieve.passes(record.streamId, record.type)) {
      this.at = position;
      yield { kind: 'event', event: this.#reader.recorded(record) };
    } else if (this.#sieve.isOfTheLog(record.streamId)) yield* this.progress(position);
  }

  *progress(position: Position): Generator<SubscriptionMessage> {
    if (position <= this.at) return;
    this.at = position;
    yield { kind: 'progress', position };
  }
}
