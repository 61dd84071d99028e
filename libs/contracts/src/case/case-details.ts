import type { PersonalText } from '../vocabulary/personal-text.ts';
import type { CaseSummary } from './case-views.ts';

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
  /** Grid the case lies in from then on, where the step moved it. */
  readonly gridCode?: string;
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
