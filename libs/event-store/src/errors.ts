import { OperatorError } from '@panshi/kernel';
import type { Expected } from './port.ts';

/** The stream was not as the append expected; `actual` is its version now, undefined where it does not exist. */
export class WrongExpectedVersion extends Error {
  override readonly name = 'WrongExpectedVersion';
  readonly stream: string;
  readonly expected: Expected;
  readonly actual: number | undefined;

  constructor(stream: string, expected: Expected, actual: number | undefined) {
    super(`stream ${stream} is at ${actual ?? 'none'}, expected ${expected}`);
    this.stream = stream;
    this.expected = expected;
    this.actual = actual;
  }
}

/** The write may or may not be in the log: retry with the same command id, which is harmless. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
}

/** The store cannot take this call now (closing, overloaded, locked too long): nothing was written. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** An event or append larger than the store takes. */
export class EventTooLarge extends Error {
  override readonly name = 'EventTooLarge';
}

/** An event id is in the log already, and this append is no repetition of the one that put it there. */
export class DuplicateEvent extends Error {
  override readonly name = 'DuplicateEvent';
}

/** An import was asked of a log that holds events already. */
export class LogNotEmpty extends Error {
  override readonly name = 'LogNotEmpty';
}

/** Another process holds the lease now. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost';
}

/** The file is damaged, or of a format this build does not know. Says what to do; nothing was changed. */
export class UnusableStore extends OperatorError {
  override readonly name = 'UnusableStore';
}
