import type { LocalDate } from './calendar.ts';
import type { Instant } from '../event.ts';

const chinaOffset = 8 * 60 * 60 * 1000;

/** The day it is in China (UTC+8, the year round) at an instant. */
export const chinaDay = (instant: Instant): LocalDate =>
  new Date(Date.parse(instant) + chinaOffset).toISOString().slice(0, 10);
