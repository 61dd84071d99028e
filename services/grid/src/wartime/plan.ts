import type { ResponseLevel } from '@panshi/contracts';

/**
 * The district's plan, as data to be edited. Its figures are our defaults, taken from no regulation: the district's own
 * plan decides.
 */
export const plan = {
  /** Natural minutes a mobilised grid has for checking in, where the activation does not say. */
  checkInMinutes: { I: 30, II: 60, III: 120, IV: 240 } as const satisfies Record<ResponseLevel, number>,
  /** Natural hours in which a second person must decide; later the situation is another, and it is asked anew. */
  requestHours: 6,
  /** Approvals by word of mouth, times of day as clocks in China show them. */
  verbal: {
    /** When they are taken at once, as on any day without work: from the evening to the morning. */
    night: { from: '19:00', to: '07:00' },
    /** Natural minutes that a request has to wait by day. */
    waitMinutes: 10,
    /** Natural minutes after which what was said is recorded no more. */
    freshMinutes: 60,
    /** Natural hours in which the approver is to confirm. */
    confirmHours: 2,
  },
  /** Levels that a second person must approve. */
  approvedLevels: ['I', 'II'] as readonly ResponseLevel[],
  /** Hazards whose plan is disabled until its legal basis is entered. */
  needLegalBasis: ['epidemic'] as readonly string[],
};

/** Whether a second person must approve the level. */
export const isGrave = (level: ResponseLevel): boolean => plan.approvedLevels.includes(level);
