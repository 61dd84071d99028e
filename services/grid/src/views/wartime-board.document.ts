import type { ActivationState, ActivationView, BasisView, EventData, Hazard, ResponseLevel } from '@panshi/contracts';
import { Schema } from 'mongoose';

type Kept = Pick<
  ActivationView,
  | 'districtCode'
  | 'reason'
  | 'initiatingUnit'
  | 'checkInMinutes'
  | 'scope'
  | 'requests'
  | 'timeline'
  | 'openItems'
  | 'pending'
>;

/** An activation, from the first request of it to what came after its end. */
export interface ActivationDocument extends Kept {
  readonly _id: string;
  readonly hazard: Hazard;
  readonly level: ResponseLevel;
  readonly state: ActivationState;
  readonly basis: BasisView;
  readonly deadlineRules: EventData['WartimeActivated']['deadlineRules'];
  readonly activatedAt?: string;
  readonly stoodDownAt?: string;
  /** When the next pending request expires: the clock looks at it. */
  readonly dueAt?: string;
}

const text = { type: String, required: true };
const whole = { type: Number, required: true };
const mixed = Schema.Types.Mixed;

export const activationSchema = new Schema<ActivationDocument>(
  {
    _id: text,
    districtCode: { ...text, index: true },
    hazard: text,
    level: text,
    state: { ...text, index: true },
    scope: [String],
    basis: { kind: text, reference: text, issuer: text },
    reason: text,
    initiatingUnit: text,
    deadlineRules: [mixed],
    checkInMinutes: whole,
    requests: [mixed],
    timeline: [mixed],
    openItems: [mixed],
    pending: whole,
    activatedAt: String,
    stoodDownAt: String,
    dueAt: { type: String, index: true },
  },
  { _id: false, versionKey: false },
);
