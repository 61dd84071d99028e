import type { CatalogueDecided, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import type { Decide, Instant } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { checkCalendar } from './calendar-rules.ts';
import type { Catalogue } from './catalogue.ts';
import { checkCatalogue } from './catalogue-rules.ts';

export const publishCatalogue: Decide<Catalogue, PublishCatalogue, CatalogueDecided> = (state, command, { now }) => {
  const { districtCode, edition, classes, categories } = command;
  if (state.editions.some((known) => known.edition === edition)) reject('catalogue.edition-published', { edition });
  const effectiveFrom = startOf(command.effectiveFrom, state.editions.at(-1)?.effectiveFrom, now);
  checkCatalogue(command);
  const data = {
    districtCode,
    edition,
    effectiveFrom,
    classes,
    categories: categories.map((category) => ({ ...category, handlingStages: category.handlingStages ?? [] })),
  };
  return [{ type: 'CataloguePublished', data }];
};

export const publishCalendar: Decide<Catalogue, PublishCalendar, CatalogueDecided> = (state, command, { now }) => {
  const { version } = command;
  if (state.calendars.some(({ calendar }) => calendar.version === version))
    reject('catalogue.calendar-published', { version });
  const effectiveFrom = startOf(command.effectiveFrom, state.calendars.at(-1)?.effectiveFrom, now);
  checkCalendar(command);
  return [{ type: 'CalendarPublished', data: { ...command, effectiveFrom } }];
};

/** The first publication may take effect in the past; each later one neither in the past nor before the one before it. */
const startOf = (asked: Instant | undefined, last: Instant | undefined, now: Instant): Instant => {
  const from = asked ?? now;
  if (last !== undefined && from < now) reject('catalogue.effective-in-the-past', { effectiveFrom: from });
  if (last !== undefined && from < last) reject('catalogue.effective-before-last', { effectiveFrom: from, last });
  return from;
};
