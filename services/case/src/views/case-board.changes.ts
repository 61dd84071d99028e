import type { CaseEventType, CaseSummary, EventData } from '@panshi/contracts';

/** Events that change nothing on the board, or begin a case. */
type Others = 'CaseOpened' | 'ExtensionRequested' | 'ExtensionRefused';

type Changes = {
  readonly [T in Exclude<CaseEventType, Others>]: (data: EventData[T], before: CaseSummary) => Partial<CaseSummary>;
};

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
export const boardChanges: Changes = {
  CaseFiled: (data) => ({
    stage: 'filed',
    categoryCode: data.categoryCode,
    categoryName: data.categoryName,
    unit: data.responsibleUnit,
    unitName: data.responsibleUnitName,
    urgent: data.urgent,
    filedAt: data.filedAt,
    deadline: data.deadline.dueAt,
    deadlineRule: data.deadline.rule,
  }),
  CaseDeclined: () => ({ stage: 'declined', ...ended }),
  CaseDispatched: ({ unit, unitName }) => ({ stage: 'dispatched', unit, unitName }),
  CaseAccepted: () => ({ stage: 'in-progress' }),
  CaseReturned: (_, { returns }) => ({ stage: 'filed', returns: returns + 1 }),
  HandlingReported: () => ({ stage: 'reported' }),
  ReworkOrdered: (_, { reworks }) => ({ stage: 'dispatched', reworks: reworks + 1 }),
  CaseClosed: ({ closedAt, onTime }) => ({ stage: 'closed', closedAt, onTime, ...ended }),
  CaseEvaluated: ({ satisfaction }) => ({ stage: 'evaluated', satisfaction }),
  CaseReopened: ({ deadline }, { reopenings }) => ({
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
  }),
  ExtensionGranted: (data, before) => ({ ...moved(data, before), extensions: before.extensions + 1 }),
  CaseSuspended: moved,
  CaseResumed: moved,
  CaseSupervised: (_, { supervisions }) => ({ supervisions: supervisions + 1 }),
  CaseWithdrawn: () => ({ stage: 'withdrawn', ...ended }),
  CaseMarkedDuplicate: ({ duplicateOf }) => ({ stage: 'duplicate', duplicateOf, ...ended }),
  CaseDuplicateUnlinked: ({ stage, warned, overdue }) => ({
    stage,
    open: true,
    warned: warned && !overdue,
    overdue,
    duplicateOf: undefined,
  }),
  DeadlineModifierApplied: (data, before) => ({
    ...moved(data, before),
    modifiers: [...before.modifiers.filter((id) => id !== data.activationId), data.activationId],
  }),
  DeadlineModifierRemoved: (data, before) => ({
    ...moved(data, before),
    modifiers: before.modifiers.filter((id) => id !== data.activationId),
  }),
  CaseMovedToGrid: ({ fromGrid, gridCode }, { unit }) => ({
    gridCode,
    unit: unit === fromGrid ? gridCode : unit,
    communityCode: gridCode.slice(0, 12),
    streetCode: gridCode.slice(0, 9),
  }),
  DeadlineWarned: () => ({ warned: true }),
  CaseOverdue: () => ({ overdue: true, warned: false }),
  CaseEscalated: ({ level }) => ({ escalated: level }),
};

export type BoardChange = keyof Changes;
