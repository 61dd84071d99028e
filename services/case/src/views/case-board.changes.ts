import type { CaseSummary, EventData } from '@panshi/contracts';

type Change<T extends keyof EventData> = (data: EventData[T], before: CaseSummary) => Partial<CaseSummary>;

const ended = { open: false, overdue: false, warned: false } as const;

/** The deadline in force, and whether the case is still overdue, and warned of it. */
const moved = (
  { deadline, figures }: Pick<EventData['ExtensionGranted'], 'deadline' | 'figures'>,
  { overdue, warned, deadline: before }: CaseSummary,
) => ({
  deadline: deadline.dueAt,
  deadlineRule: deadline.rule,
  overdue: overdue && !figures?.uncounted,
  warned: warned && deadline.dueAt === before,
});

/** What each event changes in a case's document. */
export const boardChanges = {
  CaseFiled: ((data) => ({
    stage: 'filed',
    categoryCode: data.categoryCode,
    categoryName: data.categoryName,
    unit: data.responsibleUnit,
    urgent: data.urgent,
    filedAt: data.filedAt,
    deadline: data.deadline.dueAt,
    deadlineRule: data.deadline.rule,
  })) satisfies Change<'CaseFiled'>,
  CaseDeclined: (() => ({ stage: 'declined', ...ended })) satisfies Change<'CaseDeclined'>,
  CaseDispatched: (({ unit }) => ({ stage: 'dispatched', unit })) satisfies Change<'CaseDispatched'>,
  CaseAccepted: (() => ({ stage: 'in-progress' })) satisfies Change<'CaseAccepted'>,
  CaseReturned: ((_, { returns }) => ({ stage: 'filed', returns: returns + 1 })) satisfies Change<'CaseReturned'>,
  HandlingReported: (() => ({ stage: 'reported' })) satisfies Change<'HandlingReported'>,
  ReworkOrdered: ((_, { reworks }) => ({
    stage: 'dispatched',
    reworks: reworks + 1,
  })) satisfies Change<'ReworkOrdered'>,
  CaseClosed: (({ closedAt, onTime }) => ({
    stage: 'closed',
    closedAt,
    onTime,
    ...ended,
  })) satisfies Change<'CaseClosed'>,
  CaseEvaluated: (({ satisfaction }) => ({ stage: 'evaluated', satisfaction })) satisfies Change<'CaseEvaluated'>,
  CaseReopened: (({ deadline }, { reopenings }) => ({
    stage: 'filed',
    open: true,
    closedAt: undefined,
    onTime: undefined,
    satisfaction: undefined,
    escalated: undefined,
    modifiers: [],
    deadline: deadline.dueAt,
    deadlineRule: deadline.rule,
    reopenings: reopenings + 1,
  })) satisfies Change<'CaseReopened'>,
  ExtensionGranted: ((data, before) => ({
    ...moved(data, before),
    extensions: before.extensions + 1,
  })) satisfies Change<'ExtensionGranted'>,
  CaseSuspended: moved satisfies Change<'CaseSuspended'>,
  CaseResumed: moved satisfies Change<'CaseResumed'>,
  CaseSupervised: ((_, { supervisions }) => ({ supervisions: supervisions + 1 })) satisfies Change<'CaseSupervised'>,
  CaseWithdrawn: (() => ({ stage: 'withdrawn', ...ended })) satisfies Change<'CaseWithdrawn'>,
  CaseMarkedDuplicate: (({ duplicateOf }) => ({
    stage: 'duplicate',
    duplicateOf,
    ...ended,
  })) satisfies Change<'CaseMarkedDuplicate'>,
  DeadlineModifierApplied: ((data, before) => ({
    ...moved(data, before),
    modifiers: [...before.modifiers.filter((id) => id !== data.activationId), data.activationId],
  })) satisfies Change<'DeadlineModifierApplied'>,
  DeadlineModifierRemoved: ((data, before) => ({
    ...moved(data, before),
    modifiers: before.modifiers.filter((id) => id !== data.activationId),
  })) satisfies Change<'DeadlineModifierRemoved'>,
  CaseMovedToGrid: (({ gridCode }) => ({
    gridCode,
    communityCode: gridCode.slice(0, 12),
    streetCode: gridCode.slice(0, 9),
  })) satisfies Change<'CaseMovedToGrid'>,
  DeadlineWarned: (() => ({ warned: true })) satisfies Change<'DeadlineWarned'>,
  CaseOverdue: (() => ({ overdue: true, warned: false })) satisfies Change<'CaseOverdue'>,
  CaseEscalated: (({ level }) => ({ escalated: level })) satisfies Change<'CaseEscalated'>,
};

export type BoardChange = keyof typeof boardChanges;
