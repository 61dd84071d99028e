import type { Bilingual } from '../message/command.ts';
import type { PersonalText } from '../organization/person-queries.ts';

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

/** One step of a case: what happened, when, and in which post. */
export interface CaseStep {
  /** Type of the event. */
  readonly type: string;
  readonly at: string;
  /** Post (岗位) that acted. */
  readonly post: string;
  readonly unit?: string;
  /** Code of the reason given. */
  readonly reason?: string;
  /** Deadline in force from then on, where the step changed it. */
  readonly deadline?: string;
  /** What was written; absent where nothing was. */
  readonly text?: PersonalText;
}

/** A case with its whole course. */
export interface CaseDetails extends CaseSummary {
  /** What the reporter wrote. */
  readonly report: PersonalText;
  /** Edition and version pinned when it was filed. */
  readonly catalogueEdition?: string;
  readonly calendarVersion?: string;
  readonly steps: readonly CaseStep[];
}

/** Part of a whole, in per cent with two decimals; `null` where the whole is nothing (n/a). */
export interface Rate {
  readonly part: number;
  readonly whole: number;
  readonly percent: number | null;
}

/** Figures of one street, unit or month. */
export interface CaseRatesRow {
  /** Street code, unit or month; `total` in the last row. */
  readonly key: string;
  /** Cases due in the span (应结案), deferred ones included. */
  readonly due: number;
  /** Of these, deferred without fault (缓办). */
  readonly deferred: number;
  /** closed ÷ (due − deferred). */
  readonly closing: Rate;
  /** closed in time ÷ (due − deferred). */
  readonly onTime: Rate;
  /** Checks failed ÷ checks made. */
  readonly rework: Rate;
  /** Cases given more time ÷ cases accepted. */
  readonly extension: Rate;
  /** Accepted in time ÷ accepted. */
  readonly response: Rate;
  /** Evaluated 4 or 5 ÷ evaluated. */
  readonly satisfaction: Rate;
}
