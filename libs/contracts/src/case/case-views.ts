import type { Bilingual } from '../message/command.ts';

/** The seven stages of a case (GB/T 30428), and the ways it may end before them. */
export const caseStages = {
  collected: { zh: '信息收集', en: 'Information collected' },
  filed: { zh: '案卷建立', en: 'Filed, to be dispatched' },
  dispatched: { zh: '任务派遣', en: 'Dispatched' },
  'in-progress': { zh: '任务处理', en: 'Being handled' },
  reported: { zh: '处理反馈', en: 'Reported back' },
  closed: { zh: '核实结案', en: 'Verified and closed' },
  evaluated: { zh: '综合评价', en: 'Evaluated' },
  declined: { zh: '不予立案', en: 'Not filed' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
  duplicate: { zh: '重复案卷', en: 'Linked as duplicate' },
} as const satisfies Record<string, Bilingual>;

export type CaseStage = keyof typeof caseStages;

/** Orders a list of cases can have; each ends with the id. */
export const caseSorts = {
  deadline: { deadline: 1 },
  newest: { openedAt: -1 },
  oldest: { openedAt: 1 },
} as const satisfies Record<string, Readonly<Record<string, 1 | -1>>>;

export type CaseSort = keyof typeof caseSorts;

/** A case as lists show it. Instants are absent until reached. */
export interface CaseSummary {
  readonly caseId: string;
  readonly incidentId: string;
  readonly stage: CaseStage;
  readonly categoryCode: string;
  /** Chinese, as the pinned catalogue edition has it; absent before filing. */
  readonly categoryName?: string;
  readonly gridCode: string;
  readonly communityCode: string;
  readonly streetCode: string;
  readonly unit?: string;
  readonly location: { readonly lon: number; readonly lat: number };
  readonly urgent: boolean;
  readonly openedAt: string;
  readonly filedAt?: string;
  /** Deadline in force; absent while the clock stands still, and before filing. */
  readonly deadline?: string;
  /** `ordinary`, `shortened`, `paused` or `suspended`. */
  readonly deadlineRule?: string;
  readonly open: boolean;
  readonly warned: boolean;
  readonly overdue: boolean;
  /** Level an overdue case was escalated to: `street` or `district`. */
  readonly escalated?: string;
  readonly closedAt?: string;
  /** By the deadline in force at closing; absent unless closed. */
  readonly onTime?: boolean;
  readonly returns: number;
  readonly reworks: number;
  readonly extensions: number;
  readonly reopenings: number;
  /** Times it was put under supervision. */
  readonly supervisions: number;
  /** Activations whose deadline modifiers it carries, or carried when it ended. */
  readonly modifiers: readonly string[];
  /** 1 to 5. */
  readonly satisfaction?: number;
  readonly duplicateOf?: string;
}
