import type { CaseEvent, CaseEventType, EventData } from '@panshi/contracts';
import { chinaCalendar, type DecisionContext } from '@panshi/kernel';
import { sealedText } from '@panshi/testing';
import { type Catalogue, catalogueFold } from '../src/catalogue/catalogue.ts';
import { defaultCatalogue } from '../src/catalogue/default-catalogue.ts';
import type { References } from '../src/case/references.ts';
import type { Handler } from '../src/case/unit.ts';
import { at, districtCode, gridCode } from './names.ts';

export const caseId = 'case-1';
const unit = 'URBAN';
const about = { caseId, gridCode, unit };

const { units, classes, edition } = defaultCatalogue;
const categories = defaultCatalogue.categories.map((category) => ({ ...category, handlingStages: [] }));
const effectiveFrom = at('2026-01-05T09:00');

/** What the district published. */
export const published: Catalogue = [
  { type: 'CataloguePublished', data: { districtCode, edition, effectiveFrom, units, classes, categories } } as const,
  { type: 'CalendarPublished', data: { districtCode, effectiveFrom, ...calendarData() } } as const,
].reduce(catalogueFold.evolve, catalogueFold.initial);

function calendarData(): Omit<EventData['CalendarPublished'], 'districtCode' | 'effectiveFrom'> {
  return chinaCalendar;
}

export const references: References = { references: new Map([[districtCode, published]]) };

/** A decision's context at a moment of Nanjing's clock, by a person, and by the units they handle cases for. */
export const when = (
  local: string,
  person = 'officer',
  handlesFor = person === 'handler' ? [{ unit, territory: districtCode }] : [],
): Partial<DecisionContext<References & Handler>> => ({
  now: at(local),
  actor: { account: `account-${person}`, person, post: person },
  facts: { ...references, handlesFor },
});

const event = <T extends CaseEventType>(type: T, data: EventData[T]): CaseEvent => ({ type, data }) as CaseEvent;

/** Deadline of a case filed on Monday 2 March at 09:00 with four working hours. */
export const ordinary = { rule: 'ordinary', dueAt: at('2026-03-02T14:30'), warnAt: at('2026-03-02T12:00') } as const;

export function dispatchedTo(to: string): CaseEvent {
  const times = { dispatchedAt: at('2026-03-02T09:10'), respondBy: at('2026-03-02T14:40') };
  return event('CaseDispatched', { ...about, unit: to, unitName: '区城管局', ...times });
}

/** Events of a case whose rubbish is to be cleared within four working hours. */
export const happened = {
  opened: event('CaseOpened', {
    caseId,
    gridCode,
    incidentId: caseId,
    categoryCode: '20101',
    location: { lon: 118.9, lat: 32.1 },
    urgent: false,
    channel: 'patrol',
    recordedBy: 'reporter',
    openedAt: at('2026-03-02T08:50'),
  }),
  filed: event('CaseFiled', {
    caseId,
    gridCode,
    categoryCode: '20101',
    categoryName: '暴露垃圾',
    catalogueEdition: edition,
    calendarVersion: chinaCalendar.version,
    limit: { kind: 'working-hours', amount: 4 },
    urgent: false,
    responsibleUnit: unit,
    responsibleUnitName: '区城管局',
    filedAt: at('2026-03-02T09:00'),
    deadline: ordinary,
  }),
  dispatched: dispatchedTo(unit),
  accepted: event('CaseAccepted', {
    ...about,
    acceptedAt: at('2026-03-02T09:20'),
    acceptedBy: 'handler',
    inTime: true,
  }),
  answered: event('HandlingReported', {
    ...about,
    reportedAt: at('2026-03-02T11:00'),
    reportedBy: 'handler',
    result: sealedText(),
  }),
  closed: event('CaseClosed', {
    ...about,
    closedAt: at('2026-03-02T11:30'),
    verifiedBy: 'officer',
    onTime: true,
    deadline: ordinary,
    counted: { unit, dueAt: ordinary.dueAt },
  }),
  overdue: event('CaseOverdue', {
    ...about,
    dueAt: ordinary.dueAt,
    markedAt: ordinary.dueAt,
    escalateAt: at('2026-03-03T14:30'),
  }),
  asked: event('ExtensionRequested', {
    ...about,
    amount: 2,
    requestedAt: at('2026-03-02T09:30'),
    requestedBy: 'handler',
    reason: sealedText(),
  }),
  suspended: event('CaseSuspended', {
    ...about,
    reason: 'weather',
    suspendedAt: at('2026-03-02T10:00'),
    deadline: { rule: 'suspended' },
    figures: { deferred: { unit, dueAt: ordinary.dueAt } },
  }),
  shortened: event('DeadlineModifierApplied', {
    ...about,
    activationId: 'flood',
    effect: 'shorten',
    hours: 1,
    appliedAt: at('2026-03-02T10:00'),
    deadline: {
      rule: 'shortened',
      activationId: 'flood',
      dueAt: at('2026-03-02T11:00'),
      warnAt: at('2026-03-02T10:45'),
    },
  }),
} as const;

const { opened, filed, dispatched, accepted, answered, closed } = happened;

/** How far the case has come. */
export const course = {
  filed: [opened, filed],
  dispatched: [opened, filed, dispatched],
  inProgress: [opened, filed, dispatched, accepted],
  reported: [opened, filed, dispatched, accepted, answered],
  closed: [opened, filed, dispatched, accepted, answered, closed],
} as const;
