import type { ApplyDeadlineModifier, RemoveDeadlineModifier } from '@panshi/contracts';
import { applyModifier, type Modifier, removeModifier } from '../deadline/clock.ts';
import { type DecideCase, isRunning, keysOf, type Running } from './case.ts';
import { moved, type References } from './references.ts';

/**
 * Applies an activation's modifier. Issued by a reactor whose view may be behind: nothing happens where the case no
 * longer runs.
 */
export const applyDeadlineModifier: DecideCase<ApplyDeadlineModifier, References> = (state, command, context) => {
  if (!isRunning(state) || isInForce(state, command)) return [];
  const { activationId, effect, hours } = command;
  const { now } = context;
  const modifier: Modifier =
    effect === 'shorten' ? { effect, from: now, hours: hours as number } : { effect, from: now };
  const data = { ...keysOf(state), activationId, effect, ...(effect === 'shorten' && { hours }), appliedAt: now };
  const after = moved(state, applyModifier(state.clock, activationId, modifier), context);
  return [{ type: 'DeadlineModifierApplied', data: { ...data, ...after } }];
};

const isInForce = ({ clock }: Running, { activationId, effect, hours }: ApplyDeadlineModifier): boolean => {
  const present = clock.modifiers[activationId];
  return present?.effect === effect && (present.effect === 'pause' || present.hours === hours);
};

export const removeDeadlineModifier: DecideCase<RemoveDeadlineModifier, References> = (state, command, context) => {
  const { activationId } = command;
  if (!isRunning(state) || !state.clock.modifiers[activationId]) return [];
  const { now } = context;
  const after = moved(state, removeModifier(state.clock, activationId, now), context);
  return [{ type: 'DeadlineModifierRemoved', data: { ...keysOf(state), activationId, removedAt: now, ...after } }];
};
