import type { EventData, Handover, Hazard, ResponseLevel } from '@panshi/contracts';
import type { Scope } from './scope.ts';

type DeadlineRules = EventData['WartimeActivated']['deadlineRules'];
type Basis = EventData['WartimeActivated']['basis'];

interface Asked {
  readonly requestId: string;
  readonly activationId: string;
  readonly requestedBy: string;
  readonly requestedAccount: string;
  readonly requestedAt: string;
  readonly expiresAt: string;
  readonly reason: string;
}

/** Asked for on some ground. */
interface Grounded extends Asked {
  readonly basis: Basis;
}

/** A request that waits for a second person. */
export type Request =
  | (Grounded & {
      readonly kind: 'activation';
      readonly hazard: Hazard;
      readonly level: ResponseLevel;
      readonly scope: Scope;
      readonly initiatingUnit: string;
      readonly deadlineRules: DeadlineRules;
      readonly checkInMinutes: number;
    })
  | (Grounded & { readonly kind: 'level'; readonly level: ResponseLevel; readonly checkInMinutes: number })
  | (Grounded & { readonly kind: 'scope'; readonly added: Scope })
  | (Grounded & {
      readonly kind: 'narrowing';
      /** The whole scope when it was asked for. */
      readonly scope: Scope;
      readonly remaining: Scope;
      readonly openItems: readonly Handover[];
    })
  | (Grounded & { readonly kind: 'rules'; readonly deadlineRules: DeadlineRules })
  | (Asked & { readonly kind: 'stand-down'; readonly openItems: readonly Handover[] });

/** What a request was granted by, where that was by word of mouth. */
export type Verbal = EventData['VerbalApprovalRecorded'] & { readonly state: 'unconfirmed' | 'overdue' | 'settled' };
