import { type ChangeLevel, gravity } from '@panshi/contracts';
import { isGrave, plan } from './plan.ts';
import { activeOne, assertAuthority, assertLawful, type Authority } from './activation-rules.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import type { DecideWartime } from './wartime.ts';

/**
 * Moves an activation to Ⅲ or Ⅳ; asks a second person for Ⅰ and Ⅱ, even from Ⅰ down to Ⅱ, and for every lower level where
 * it is at Ⅰ or Ⅱ, or was once: that could stand in for its end.
 */
export const changeLevel: DecideWartime<ChangeLevel, Authority> = (
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
    basis,
    reason,
  };
  const { hazard, level: from, scope, grave } = activation;
  const lower = gravity(level) < gravity(from);
  if (!isGrave(level) && !(grave && lower))
    return [{ type: 'LevelChanged', data: { ...what, hazard, from, scope, requestedBy: actor.person } }];
  const requestId = command.requestId ?? newId('requestId');
  assertFreeRequest(wartime, requestId);
  assertNonePending(wartime, activationId, 'level');
  return [{ type: 'LevelChangeRequested', data: { ...what, requestId, scope, ...requestedBy(actor, now) } }];
};
