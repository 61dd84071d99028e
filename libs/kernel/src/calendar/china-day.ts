import type { LocalDate } from './calendar.ts';
import type { Instant } from '../event.ts';

const chinaOffset = 8 * 60 * 60 * 1000;

/** The day it is in China (UTC+8, the year round) at an instant. */
export const chinaDay = (instant: Instant): LocalDate => inChina(instant).slice(0, 10);

/** The instant as clocks in China show it, to the second. */
export const chinaTime = (instant: Instant): Instant => `${inChina(instant).slice(0, 19)}+08:00`;

const inChina = (instant: Instant): string => new Date(Date.parse(instant) + chinaOffset).toISOString();
