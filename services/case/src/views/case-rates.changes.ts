import type { EventData } from '@panshi/contracts';
import { chinaDay } from '@panshi/kernel';

import type { Counts, Place } from './case-rates.document.ts';

interface Count {
  readonly place: Place;
  readonly add: Partial<Counts>;
}

export const countedEvents = [
  'CaseAccepted',
  'ReworkOrdered',
  'CaseClosed',
  'CaseEvaluated',
  'CaseReopened',
  'ExtensionGranted',
  'CaseSuspended',
  'CaseResumed',
  'CaseWithdrawn',
  'CaseMarkedDuplicate',
  'CaseDuplicateUnlinked',
  'DeadlineModifierApplied',
  'DeadlineModifierRemoved',
  'CaseOverdue',
] as const;

export type CountedEvent = (typeof countedEvents)[number];
type Counted = { [T in CountedEvent]: { readonly type: T; readonly data: EventData[T] } }[CountedEvent];

/** China keeps one offset, so its months are found without a calendar. */
const monthOf = (instant: string): string => chinaDay(instant).slice(0, 7);

/** What an event counts, and where: cases due by their deadline's month, what is done by the month it is done in. */
export const counted = ({ type, data }: Counted): readonly Count[] => {
  const at = (unit: string, instant: string): Place => ({
    month: monthOf(instant),
    streetCode: data.gridCode.slice(0, 9),
    unit,
  });
  const due = (where: { unit: string; dueAt: string }, add: Partial<Counts>): Count => ({
    place: at(where.unit, where.dueAt),
    add,
  });
  const { uncounted, deferred, undeferred } = ('figures' in data && data.figures) || {};
  const moves = [
    ...(uncounted ? [due(uncounted, { due: -1 })] : []),
    ...(deferred ? [due(deferred, { due: 1, deferred: 1 })] : []),
    ...(undeferred ? [due(undeferred, { due: -1, deferred: -1 })] : []),
  ];
  switch (type) {
    case 'CaseOverdue':
      return [due(data, { due: 1 })];
    case 'CaseClosed': {
      const closing = due(data.counted, { due: 1, closed: 1, onTime: data.onTime ? 1 : 0 });
      return [...moves, closing, { place: at(data.unit, data.closedAt), add: { checks: 1 } }];
    }
    case 'CaseReopened':
      return [due(data.counted, { due: -1, closed: -1, onTime: data.wasOnTime ? -1 : 0 })];
    case 'ReworkOrdered':
      return [{ place: at(data.unit, data.orderedAt), add: { checks: 1, reworks: 1 } }];
    case 'CaseAccepted':
      return [{ place: at(data.unit, data.acceptedAt), add: { accepted: 1, responded: data.inTime ? 1 : 0 } }];
    case 'CaseEvaluated':
      return [
        { place: at(data.unit, data.evaluatedAt), add: { evaluated: 1, satisfied: data.satisfaction >= 4 ? 1 : 0 } },
      ];
    case 'ExtensionGranted':
      return data.number === 1 ? [...moves, { place: at(data.unit, data.grantedAt), add: { extended: 1 } }] : moves;
    default:
      return moves;
  }
};
