import { gravity, type Hazard } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { plan } from './plan.ts';
import { covers, liesIn, overlaps, type Scope } from './scope.ts';
import type { ActiveActivation, Wartime } from './wartime.ts';

/** Where the actor may do what the command does. */
export interface Authority {
  readonly territories: readonly string[];
}

/** @throws {Rejection} `wartime.outside-territory` unless all of the scope lies where the actor may do this */
export const assertAuthority = ({ territories }: Authority, scope: Scope): void => {
  const outside = scope.find((code) => !territories.some((territory) => covers([territory], code)));
  if (outside !== undefined) reject('wartime.outside-territory', { region: outside });
};

/** What an activation is or would be. */
export type Candidate = Pick<ActiveActivation, 'activationId' | 'hazard' | 'level' | 'scope'>;

export const activeOnes = (wartime: Wartime): readonly ActiveActivation[] =>
  [...wartime.activations.values()].filter((activation) => activation.status === 'active');

/** Whether `a` is a sub-area of `b` that holds a higher level. */
const holdsHigher = (a: Candidate, b: Candidate): boolean =>
  liesIn(a.scope, b.scope) && !liesIn(b.scope, a.scope) && gravity(a.level) > gravity(b.level);

/** One activation per hazard and overlapping scope, unless a sub-area holds a higher level. */
export const compatible = (a: Candidate, b: Candidate): boolean =>
  a.hazard !== b.hazard || !overlaps(a.scope, b.scope) || holdsHigher(a, b) || holdsHigher(b, a);

/**
 * What must hold of an activation whenever it begins or changes, at approval again.
 * @throws {Rejection} `wartime.legal-basis-missing`, `wartime.overlapping-activation`
 */
export const assertLawful = (wartime: Wartime, candidate: Candidate): void => {
  if (plan.needLegalBasis.includes(candidate.hazard) && !wartime.legalBases.has(candidate.hazard))
    reject('wartime.legal-basis-missing', { hazard: candidate.hazard });
  const other = activeOnes(wartime)
    .filter(({ activationId }) => activationId !== candidate.activationId)
    .find((activation) => !compatible(activation, candidate));
  if (other) reject('wartime.overlapping-activation', { activationId: other.activationId, level: other.level });
};

/**
 * Who entered the legal basis that a plan needs does not act on it, where nobody else entered one.
 * @throws {Rejection} `wartime.own-legal-basis`
 */
export const assertOthersBasis = ({ legalBases }: Wartime, hazard: Hazard, person: string): void => {
  if (!plan.needLegalBasis.includes(hazard)) return;
  if (!legalBases.get(hazard)?.some((enteredBy) => enteredBy !== person)) reject('wartime.own-legal-basis', { hazard });
};

/** The activation while it is on. @throws {Rejection} `wartime.unknown-activation`, `wartime.not-active` */
export const activeOne = (wartime: Wartime, activationId: string): ActiveActivation => {
  const activation = wartime.activations.get(activationId);
  if (activation?.status === 'active') return activation;
  const known = activation !== undefined || wartime.requests.has(activationId) || wartime.decided.has(activationId);
  return known
    ? reject('wartime.not-active', { activationId })
    : reject('wartime.unknown-activation', { activationId });
};
