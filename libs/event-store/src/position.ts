import { isPosition } from '@panshi/kernel';
import type { EventStore, Position } from './port.ts';

const digits = 16;

/** The nth event's position; 0 is the place before the first. */
export const toPosition = (ordinal: number): Position => String(ordinal).padStart(digits, '0');

/** How many events a position has at and before it, in a store whose positions are dense. @throws {RangeError} when the text is no position. */
export const ordinalOf = (position: Position): number => {
  if (!isPosition(position)) throw new RangeError(`not a log position: ${position}`);
  return Number(position);
};

/**
 * How many events lie after one position (from the beginning where none is given) and up to another; undefined where
 * the store's positions do not count events.
 */
export const eventsBetween = (
  { densePositions }: Pick<EventStore, 'densePositions'>,
  after: Position | undefined,
  upTo: Position,
): number | undefined => (densePositions ? ordinalOf(upTo) - (after === undefined ? 0 : ordinalOf(after)) : undefined);
