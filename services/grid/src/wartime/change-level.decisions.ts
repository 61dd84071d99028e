import type { ChangeLevel, DecidedOf } from '@panshi/contracts';
import type { Decide } from '@panshi/kernel';
import { plan } from './plan.ts';
import { activeOne, assertAuthority, assertLawful, type Authority, needsApproval } from './activation-rules.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import type { Wartime } from './wartime.ts';

type Decided = DecidedOf<'LevelChangeRequested' | 'LevelChanged'>;

/** Moves an activation to Ⅲ or Ⅳ; asks a second person for Ⅰ and Ⅱ, even from Ⅰ down to Ⅱ. */
export const changeLevel: Decide<Wartime, ChangeLevel, Decided, Authority> = (
  wartime,
  { districtCode, activationId, level, basis, reason, ...command },
  { facts, actor, now, newId },
) => {
  const activation = activeOne(wartime, activationId);
  assertAuthority(facts, activation.scope);
  if (activation.level === level) return [];
  assertLawful(wartime, { ...activation, level });
  const what = {
    activationId,
    districtCode,
    level,
    checkInMinutes: plan.checkInMinutes[level],
    basis: { kind: basis.kind, reference: basis.reference, issuer: basis.issuer },
    reason,
  };
  if (!needsApproval(level)) {
    const { hazard, level: from, scope } = activation;
    return [{ type: 'LevelChanged', data: { ...what, hazard, from, scope, requestedBy: actor.person } }];
  }
  const requestId = command.requestId ?? newId('requestId');
  assertFreeRequest(wartime, requestId);
  assertNonePending(wartime, activationId, 'level');
  return [{ type: 'LevelChangeRequested', data: { ...what, requestId, ...requestedBy(actor, now) } }];
};
