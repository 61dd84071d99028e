import type { CaseStage } from '../choices/case-choices.ts';

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
