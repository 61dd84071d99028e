import { UnusableStore } from '../errors.ts';
import type { Position } from '../port.ts';
import { ordinalOf, toPosition } from '../position.ts';

/** A place in the server's log, in bytes: (n, n) is a record itself, (n, 0) the place just before it. */
export interface ServerPosition {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** The place before every record. */
export const origin: Position = toPosition(0);

/** A place behind every record. */
export const beyond: Position = '9'.repeat(origin.length);

/**
 * A place as a position: twice the byte, and one more for the record itself. A checkpoint of the server often lies just
 * before a record it has not looked at: were it taken for the record, who resumes there would miss that one.
 */
export const positionOf = ({ commit, prepare }: ServerPosition): Position =>
  toPosition(Number(commit) * 2 + (prepare === commit ? 1 : 0));

/** @throws {UnusableStore} on an event the server did not write as the adapter has it write */
export const positionOfRecord = (place: ServerPosition | undefined): Position => {
  if (place === undefined || place.commit !== place.prepare || place.commit < 0n)
    throw new UnusableStore('an event has no place of its own in the log: the server must be 23.10 or later');
  return positionOf(place);
};

/** @throws {RangeError} when the text is no position */
export const serverPositionOf = (position: Position): ServerPosition => {
  const ordinal = BigInt(ordinalOf(position));
  const commit = ordinal / 2n;
  return { commit, prepare: ordinal % 2n === 1n ? commit : 0n };
};
