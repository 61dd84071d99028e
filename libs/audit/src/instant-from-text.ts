import type { Instant } from '@panshi/kernel';

const day = /^\d{4}-\d\d-\d\d$/;

/** China has kept one offset, without summer time, since 1992. */
const offset = '+08:00';

const instantOf = (text: string): Instant | undefined => {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
};

/** The instant a text names; a day alone is its beginning in China. Undefined where it names none. */
export const beginningOf = (text: string): Instant | undefined =>
  instantOf(day.test(text) ? `${text}T00:00:00.000${offset}` : text);

/** The instant a text names; a day alone is its end in China. Undefined where it names none. */
export const endOf = (text: string): Instant | undefined =>
  instantOf(day.test(text) ? `${text}T23:59:59.999${offset}` : text);

/** A position of the log as it is, or the instant a text names. Undefined where it is neither. */
export const positionOrEndOf = (text: string): string | undefined => (/^\d{16}$/.test(text) ? text : endOf(text));
