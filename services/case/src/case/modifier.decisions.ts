import type { ApplyDeadlineModifier, CaseDecided, RemoveDeadlineModifier } from '@panshi/contracts';
import type { Decide } from '@panshi/kernel';
import { applyModifier, type Modifier, removeModifier } from '../deadline/clock.ts';
import { type CaseState, isRunning, type Running } from './case.ts';
import { about, moved, type References } from './guards.ts';

/**
 * Applies an activation's modifier. Issued by a reactor whose view may be behind: nothing happens where the case no
 * longer runs.
 */
export const applyDeadlineModifier: Decide<CaseState, ApplyDeadlineModifier, CaseDecided, References> = (
  state,
  command,
  context,
) => {
  if (!isRunning(state) || isInForce(state, command)) return [];
  const { activationId, effect, hours } = command;
  const { now } = context;
  const modifier: Modifier =
    effect === 'shorten' ? { effect, from: now, hours: hours as number } : { effect, from: now };
  const data = { ...about(state), activationId, effect, ...(effect === 'shorten' && { hours }), appliedAt: now };
  const after = moved(state, applyModifier(state.clock, activationId, modifier), context);
  return [{ type: 'DeadlineModifierApplied', data: { ...data, ...after } }];
};

const isInForce = ({ clock }: Running, { activationId, effect, hours }: ApplyDeadlineModifier): boolean => {
  const present = clock.modifiers[activationId];
  return present?.effect === effect && (present.effect === 'pause' || present.hours === hours);
};

export const removeDeadlineModifier: Decide<CaseState, RemoveDeadlineModifier, CaseDecided, References> = (
  state,
  command,
  context,
) => {
  const { activationId } = command;
  if (!isRunning(state) || !state.clock.modifiers[activationId]) return [];
  const { now } = context;
  const after = moved(state, removeModifier(state.clock, activationId, now), context);
  return [{ type: 'DeadlineModifierRemoved', data: { ...about(state), activationId, removedAt: now, ...after } }];
};
