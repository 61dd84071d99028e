import type { CatalogueEvent, EventData, PublicationKind } from '@panshi/contracts';
import { type Fold, type Instant, type TimeLimit, unreachable, type WorkingCalendar } from '@panshi/kernel';

/** A sub-category as its edition has it. */
export type Category = EventData['CataloguePublished']['categories'][number];

/** A unit as its edition has it. */
export type Unit = EventData['CataloguePublished']['units'][number];

/** An edition of the catalogue, as published. */
export type Edition = EventData['CataloguePublished'];

/** A version of the working calendar, in force from a moment on. */
export interface CalendarVersion {
  readonly effectiveFrom: Instant;
  readonly calendar: WorkingCalendar;
}

/** What waits for a second person. */
export type Proposal =
  | { readonly kind: 'catalogue'; readonly data: EventData['CatalogueProposed'] }
  | { readonly kind: 'calendar'; readonly data: EventData['CalendarProposed'] };

/** A district's editions and calendar versions, oldest first; what a case pinned stays readable for ever. */
export interface Catalogue {
  readonly districtCode?: string;
  readonly editions: readonly Edition[];
  readonly calendars: readonly CalendarVersion[];
  /** By kind and name. */
  readonly proposals: ReadonlyMap<string, Proposal>;
}

/** What proposals are found by. */
export const proposalKey = (kind: PublicationKind, name: string): string => `${kind} ${name}`;

type CalendarData = Omit<EventData['CalendarPublished'], 'districtCode' | 'effectiveFrom' | 'approvedBy'>;

/** The calendar in what was proposed or published. */
export const calendarOf = ({ version, utcOffset, workingWeekdays, workingSpans, years }: CalendarData) =>
  ({ version, utcOffset, workingWeekdays, workingSpans, years }) as WorkingCalendar;

const proposed = (state: Catalogue, name: string, proposal: Proposal): Catalogue => ({
  ...state,
  proposals: new Map([...state.proposals, [proposalKey(proposal.kind, name), proposal]]),
});

const settled = (state: Catalogue, kind: PublicationKind, name: string): Catalogue => ({
  ...state,
  proposals: new Map([...state.proposals].filter(([key]) => key !== proposalKey(kind, name))),
});

const evolve = (before: Catalogue, { type, data }: CatalogueEvent): Catalogue => {
  const state = { ...before, districtCode: data.districtCode };
  switch (type) {
    case 'CatalogueProposed':
      return proposed(state, data.edition, { kind: 'catalogue', data });
    case 'CalendarProposed':
      return proposed(state, data.version, { kind: 'calendar', data });
    case 'CataloguePublished':
      return settled({ ...state, editions: [...state.editions, data] }, 'catalogue', data.edition);
    case 'CalendarPublished': {
      const { effectiveFrom, version } = data;
      const calendars = [...state.calendars, { effectiveFrom, calendar: calendarOf(data) }];
      return settled({ ...state, calendars }, 'calendar', version);
    }
    case 'PublicationDeclined':
      return settled(state, data.kind, data.name);
    case 'PublicationWithdrawn': {
      const { kind, name } = data;
      const editions = state.editions.filter(({ edition }) => kind !== 'catalogue' || edition !== name);
      const calendars = state.calendars.filter(({ calendar }) => kind !== 'calendar' || calendar.version !== name);
      return settled({ ...state, editions, calendars }, kind, name);
    }
    default:
      return unreachable(type);
  }
};

export const catalogueFold: Fold<Catalogue, CatalogueEvent> = {
  initial: { editions: [], calendars: [], proposals: new Map() },
  evolve,
};

interface Effective {
  readonly effectiveFrom: Instant;
}

const inEffect = <T extends Effective>(all: readonly T[], now: Instant): T | undefined =>
  all.findLast(({ effectiveFrom }) => effectiveFrom <= now);

/** What is in force at the moment, and what comes after it. */
export const fromNowOn = <T extends Effective>(all: readonly T[], now: Instant): readonly T[] =>
  all.slice(
    Math.max(
      0,
      all.findLastIndex(({ effectiveFrom }) => effectiveFrom <= now),
    ),
  );

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

/** A unit of the edition, by its code. */
export const unitOf = ({ units }: Edition, code: string): Unit | undefined => units.find((unit) => unit.code === code);

/** A limit as an event holds it. */
export const limitOf = ({ kind, amount }: EventData['CaseFiled']['limit']): TimeLimit => ({
  kind,
  amount,
});
