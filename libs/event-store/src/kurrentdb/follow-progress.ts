import type { RecordedEvent as Record } from '@kurrent/kurrentdb-client';
import type { Position, SubscriptionMessage } from '../port.ts';
import { positionOfRecord } from './server-positions.ts';
import type { LogReader } from './reader.ts';
import type { SplitFilter } from './split-filter.ts';

/** How far one who follows has come, and the messages that take it further; what lies behind is not told again. */
export class FollowProgress {
  readonly #reader: LogReader;
  readonly #filter: SplitFilter;
  at: Position;

  constructor(reader: LogReader, filter: SplitFilter, at: Position) {
    this.#reader = reader;
    this.#filter = filter;
    this.at = at;
  }

  *event(record: Record): Generator<SubscriptionMessage> {
    const position = positionOfRecord(record.position);
    if (position <= this.at) return;
    if (this.#filter.passes(record.streamId, record.type)) {
      this.at = position;
      yield { kind: 'event', event: this.#reader.recorded(record) };
    } else if (this.#filter.isOfTheLog(record.streamId)) yield* this.progress(position);
  }

  *progress(position: Position): Generator<SubscriptionMessage> {
    if (position <= this.at) return;
    this.at = position;
    yield { kind: 'progress', position };
  }
}
