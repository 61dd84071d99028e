import type { CatalogueEvent, EventData } from '@panshi/contracts';
import { type Fold, type Instant, type TimeLimit, unreachable, type WorkingCalendar } from '@panshi/kernel';

/** A sub-category as its edition has it. */
export type Category = EventData['CataloguePublished']['categories'][number];

/** An edition of the catalogue, as published. */
export type Edition = EventData['CataloguePublished'];

/** A version of the working calendar, in force from a moment on. */
export interface CalendarVersion {
  readonly effectiveFrom: Instant;
  readonly calendar: WorkingCalendar;
}

/** A district's editions and calendar versions, oldest first; what a case pinned stays readable for ever. */
export interface Catalogue {
  readonly districtCode?: string;
  readonly editions: readonly Edition[];
  readonly calendars: readonly CalendarVersion[];
}

const calendarOf = ({ districtCode: _district, effectiveFrom: _from, ...calendar }: EventData['CalendarPublished']) =>
  calendar as WorkingCalendar;

export const catalogueFold: Fold<Catalogue, CatalogueEvent> = {
  initial: { editions: [], calendars: [] },
  evolve: (state, { type, data }) => {
    const { districtCode, effectiveFrom } = data;
    switch (type) {
      case 'CataloguePublished':
        return { ...state, districtCode, editions: [...state.editions, data] };
      case 'CalendarPublished':
        return {
          ...state,
          districtCode,
          calendars: [...state.calendars, { effectiveFrom, calendar: calendarOf(data) }],
        };
      default:
        return unreachable(type);
    }
  },
};

const inEffect = <T extends { readonly effectiveFrom: Instant }>(all: readonly T[], now: Instant): T | undefined =>
  all.findLast(({ effectiveFrom }) => effectiveFrom <= now);

/** The edition new cases are filed under at the moment. */
export const editionAt = ({ editions }: Catalogue, now: Instant): Edition | undefined => inEffect(editions, now);

/** The calendar new cases count by at the moment. */
export const calendarAt = ({ calendars }: Catalogue, now: Instant): WorkingCalendar | undefined =>
  inEffect(calendars, now)?.calendar;

/** The calendar of a version. @throws {RangeError} for one never published */
export const calendarVersion = ({ calendars }: Catalogue, version: string): WorkingCalendar => {
  const found = calendars.find(({ calendar }) => calendar.version === version);
  if (!found) throw new RangeError(`no calendar ${version}`);
  return found.calendar;
};

export const categoryOf = ({ categories }: Edition, code: string): Category | undefined =>
  categories.find((category) => category.code === code);

/** A limit as an event holds it. */
export const limitOf = ({ kind, amount }: EventData['CaseFiled']['limit']): TimeLimit => ({
  kind,
  amount,
});
