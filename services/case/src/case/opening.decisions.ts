import type { DeclineCase, FileCase, OpenCase } from '@panshi/contracts';
import { calendarAt, categoryOf, limitOf } from '../catalogue/catalogue.ts';
import { startClock } from '../deadline/clock.ts';
import { deadlineOf } from '../deadline/deadline.ts';
import { urgentLimit } from '../deadline/limits.ts';
import { reject } from '../reject.ts';
import type { DecideCase } from './case.ts';
import { catalogueOf, editionIn, type References } from './references.ts';
import { at } from './required-stage.ts';
import { unitName } from './unit.ts';

/** Opens an incident's one case. Where it is open already, nothing happens. */
export const openCase: DecideCase<OpenCase> = (state, { location, ...command }, { now }) => {
  if (state.stage !== 'none') return [];
  const { lon, lat } = location;
  return [{ type: 'CaseOpened', data: { ...command, location: { lon, lat }, openedAt: now } }];
};

/** Pins the edition and calendar in effect, and starts the clock. */
export const fileCase: DecideCase<FileCase, References> = (state, command, { now, facts }) => {
  const { caseId, gridCode, ...reported } = at(state, 'collected');
  const published = catalogueOf(gridCode, facts);
  const edition = editionIn(gridCode, now, facts);
  const calendar = calendarAt(published, now) ?? reject('case.no-calendar', { district: gridCode.slice(0, 6) });
  const code = command.categoryCode ?? reported.categoryCode;
  const category =
    categoryOf(edition, code) ?? reject('case.category-unknown', { category: code, edition: edition.edition });
  const urgent = category.urgent || (command.urgent ?? reported.urgent);
  const limit = urgent ? urgentLimit(limitOf(category.limit)) : limitOf(category.limit);
  const data = {
    caseId,
    gridCode,
    categoryCode: code,
    categoryName: category.name.zh,
    catalogueEdition: edition.edition,
    calendarVersion: calendar.version,
    limit,
    urgent,
    responsibleUnit: category.responsibleUnit,
    responsibleUnitName: unitName(edition, category.responsibleUnit, gridCode),
    filedAt: now,
    deadline: deadlineOf(startClock(now, limit), calendar),
  };
  return [{ type: 'CaseFiled', data }];
};

export const declineCase: DecideCase<DeclineCase> = (state, { reason, note }, { now }) => {
  const { caseId, gridCode } = at(state, 'collected');
  return [{ type: 'CaseDeclined', data: { caseId, gridCode, reason, declinedAt: now, ...(note && { note }) } }];
};
