import type { EventStore, Position } from '@panshi/event-store';
import { endOf, type Instant, isPosition } from '@panshi/kernel';
import { reject } from '../rejections.ts';

/** A past moment: the position the log had reached, and the time where it was named by time. */
export interface PastMoment {
  readonly position: Position;
  readonly instant?: Instant;
}

/** What the clocks of those who append may be ahead of ours, in milliseconds. */
const skewMs = 60_000;

/**
 * Reads `asOf`: a position, an instant in RFC 3339, or a day, which is its end in China.
 * @throws {Rejection} `as-of.not-past`, `as-of.clock-was-ahead`, `position.unknown`
 */
export const pastMoment = async (
  asOf: string,
  now: Instant,
  store: Pick<EventStore, 'head' | 'positionAt'>,
): Promise<PastMoment> => {
  const instant = endOf(asOf);
  if (instant === undefined && !asOf.includes('T')) return { position: await knownPosition(asOf, store) };
  if (instant === undefined || instant > now) return reject('as-of.not-past');
  return { position: await positionThen(instant, now, store), instant };
};

/**
 * Recorded times never go back: after a clock that ran ahead was set back, events are recorded at times yet to come, and
 * the log does not know when, since the last one before them, each was appended.
 */
const positionThen = async (
  instant: Instant,
  now: Instant,
  store: Pick<EventStore, 'head' | 'positionAt'>,
): Promise<Position> => {
  const soon = new Date(Date.parse(now) + skewMs).toISOString();
  // First, so that what is appended meanwhile counts as certain.
  const head = await store.head();
  const certain = await store.positionAt(soon);
  const position = await store.positionAt(instant);
  if (position === certain && certain < head) reject('as-of.clock-was-ahead');
  return position;
};

/** @throws {Rejection} `position.unknown` for a position the log has not reached, or none at all */
export const knownPosition = async (position: string, store: Pick<EventStore, 'head'>): Promise<Position> => {
  const head = await store.head();
  if (!isPosition(position) || position > head) reject('position.unknown');
  return position;
};
