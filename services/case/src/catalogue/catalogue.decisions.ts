import type { CatalogueDecided, PublicationKind, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import type { Decide, DecisionContext, Instant } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { checkCalendar } from './calendar-rules.ts';
import { calendarOf, type Catalogue, fromNowOn, proposalKey } from './catalogue.ts';
import { checkCatalogue } from './catalogue-rules.ts';
import { checkHorizon, type Limited } from './horizon.ts';

/** A rule of catalogues and calendars. */
export type DecideCatalogue<Command> = Decide<Catalogue, Command, CatalogueDecided>;

/** Publishes the first edition of a district; each later one waits for a second person. */
export const publishCatalogue: DecideCatalogue<PublishCatalogue> = (state, command, { now, actor }) => {
  const { districtCode, edition, units, classes } = command;
  if (isProposed(state, 'catalogue', edition) || state.editions.some((known) => known.edition === edition))
    reject('catalogue.edition-published', { edition });
  const effectiveFrom = startOf(command.effectiveFrom, state.editions.at(-1)?.effectiveFrom, now);
  checkCatalogue(command);
  checkEditions(state, command, now);
  const categories = command.categories.map((category) => ({
    ...category,
    handlingStages: category.handlingStages ?? [],
  }));
  const data = { districtCode, edition, units, classes, categories };
  if (state.editions.length === 0) return [{ type: 'CataloguePublished', data: { ...data, effectiveFrom } }];
  return [{ type: 'CatalogueProposed', data: { ...data, ...asked(command), ...proposedBy(actor) } }];
};

/** Publishes the first version of a district; each later one waits for a second person. */
export const publishCalendar: DecideCatalogue<PublishCalendar> = (state, command, { now, actor }) => {
  const { version } = command;
  if (isProposed(state, 'calendar', version) || state.calendars.some(({ calendar }) => calendar.version === version))
    reject('catalogue.calendar-published', { version });
  const effectiveFrom = startOf(command.effectiveFrom, state.calendars.at(-1)?.effectiveFrom, now);
  checkCalendar(command);
  checkVersions(state, command, now);
  if (state.calendars.length === 0) return [{ type: 'CalendarPublished', data: { ...command, effectiveFrom } }];
  return [{ type: 'CalendarProposed', data: { ...command, ...proposedBy(actor) } }];
};

/** Whether an edition's limits run out within a year, by the calendars in force and to come. */
export const checkEditions = (
  { calendars }: Catalogue,
  { categories }: { readonly categories: readonly Limited[] },
  now: Instant,
): void =>
  checkHorizon(
    categories,
    fromNowOn(calendars, now).map(({ calendar }) => calendar),
  );

/** Whether the limits of the editions in force and to come run out within a year, by this calendar. */
export const checkVersions = ({ editions }: Catalogue, calendar: Parameters<typeof calendarOf>[0], now: Instant) =>
  checkHorizon(
    fromNowOn(editions, now).flatMap(({ categories }) => categories),
    [calendarOf(calendar)],
  );

/** The first publication may take effect in the past; each later one neither in the past nor before the one before it. */
const startOf = (from: Instant | undefined, last: Instant | undefined, now: Instant): Instant => {
  if (last !== undefined && from !== undefined && from < now)
    reject('catalogue.effective-in-the-past', { effectiveFrom: from });
  return afterLast(from ?? now, last);
};

/** @throws {Rejection} `catalogue.effective-before-last` */
export const afterLast = (from: Instant, last: Instant | undefined): Instant =>
  last !== undefined && from < last ? reject('catalogue.effective-before-last', { effectiveFrom: from, last }) : from;

const isProposed = ({ proposals }: Catalogue, kind: PublicationKind, name: string): boolean =>
  proposals.has(proposalKey(kind, name));

const asked = ({ effectiveFrom }: { readonly effectiveFrom?: Instant }) => (effectiveFrom ? { effectiveFrom } : {});

const proposedBy = ({ person, account }: DecisionContext['actor']) => ({
  proposedBy: person,
  proposedAccount: account,
});
