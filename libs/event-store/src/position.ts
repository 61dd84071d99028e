import type { Position } from './port.ts';

const digits = 16;

/** The nth event's position; 0 is the place before the first. */
export const toPosition = (ordinal: number): Position => String(ordinal).padStart(digits, '0');

/** How many events a position has at and before it. @throws {RangeError} when the text is no position. */
export const ordinalOf = (position: Position): number => {
  if (!/^\d{16}$/.test(position)) throw new RangeError(`not a log position: ${position}`);
  return Number(position);
};
