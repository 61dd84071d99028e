import type { Instant } from '../event.ts';

const hour = '(?:[01]\\d|2[0-3])';

/** How an instant is written: as RFC 3339 has it, to the nanosecond. */
export const instantForm = new RegExp(
  `^(\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01]))T${hour}:[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-]${hour}:[0-5]\\d)$`,
);

/** Whether a day, `YYYY-MM-DD`, exists in the calendar. */
const exists = (day: string): boolean => {
  const midnight = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
};

/** The instant in UTC that a text in RFC 3339 names, with any offset; undefined where it names none. */
export const instantOf = (text: string): Instant | undefined => {
  const day = instantForm.exec(text)?.[1];
  if (day === undefined || !exists(day)) return undefined;
  const instant = new Date(text).toISOString();
  // An offset may lead out of the years 0 to 9999, which are written otherwise.
  return instantForm.test(instant) ? instant : undefined;
};

/** How a day of the 20th or 21st century is written. */
export const dayForm = /^(?:19|20)\d\d-\d\d-\d\d$/;

/** Whether a text is such a day and exists, `YYYY-MM-DD`. */
export const isDay = (text: string): boolean => dayForm.test(text) && exists(text);

/** China has kept one offset, without summer time, since 1992. */
const china = '+08:00';

/** The instant a text names; a day alone is its beginning in China. Undefined where it names none. */
export const beginningOf = (text: string): Instant | undefined =>
  instantOf(isDay(text) ? `${text}T00:00:00.000${china}` : text);

/** The instant a text names; a day alone is its end in China. Undefined where it names none. */
export const endOf = (text: string): Instant | undefined =>
  instantOf(isDay(text) ? `${text}T23:59:59.999${china}` : text);

/** How a place in the log is written, in every store. */
export const positionForm = /^\d{16}$/;

export const isPosition = (text: string): boolean => positionForm.test(text);

/** A position of the log as it is, or the instant a text names. Undefined where it is neither. */
export const positionOrEndOf = (text: string): string | undefined => (isPosition(text) ? text : endOf(text));
