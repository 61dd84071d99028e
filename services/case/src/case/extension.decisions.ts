import type { GrantExtension, RefuseExtension, RequestExtension } from '@panshi/contracts';
import { extend } from '../deadline/clock.ts';
import { maximumExtensions } from '../deadline/limits.ts';
import { reject } from '../reject.ts';
import { type CaseState, type DecideCase, keysOf } from './case.ts';
import { hasPassed, moved, type References } from './references.ts';
import { active, at, running } from './required-stage.ts';
import { type Handler, ofOwnUnit } from './unit.ts';

/**
 * The unit's handler asks for more time: before the deadline, while the unit handles the case, and in the unit of time of
 * its limit.
 */
export const requestExtension: DecideCase<RequestExtension, Handler> = (state, { amount, reason }, context) => {
  const { now, actor, facts } = context;
  const handled = ofOwnUnit(active(at(state, 'in-progress')), facts);
  if (handled.asked) reject('case.extension-already-asked');
  if (hasPassed(handled.deadline, now)) reject('case.deadline-passed');
  if (handled.extensions >= maximumExtensions) reject('case.extended-often-enough', { maximum: maximumExtensions });
  const { limit, extended } = handled.clock;
  if (limit.kind === 'working-days' && !Number.isInteger(amount)) reject('case.extension-in-whole-days', { amount });
  const left = limit.amount - extended;
  if (amount > left) reject('case.extension-too-long', { amount, left });
  return [
    {
      type: 'ExtensionRequested',
      data: { ...keysOf(handled), amount, requestedAt: now, requestedBy: actor.person, reason },
    },
  ];
};

/** Grants the extension asked for. The person who asked cannot grant it. */
export const grantExtension: DecideCase<GrantExtension, References> = (state, _, context) => {
  const { handled, asked } = waiting(state);
  const { now, actor } = context;
  if (asked.by === actor.person) reject('case.own-extension');
  const data = {
    ...keysOf(handled),
    amount: asked.amount,
    number: handled.extensions + 1,
    grantedAt: now,
    grantedBy: actor.person,
  };
  return [
    { type: 'ExtensionGranted', data: { ...data, ...moved(handled, extend(handled.clock, asked.amount), context) } },
  ];
};

export const refuseExtension: DecideCase<RefuseExtension> = (state, { note }, { now, actor }) => {
  const { handled } = waiting(state);
  const data = { ...keysOf(handled), refusedAt: now, refusedBy: actor.person };
  return [{ type: 'ExtensionRefused', data: { ...data, ...(note && { note }) } }];
};

const waiting = (state: CaseState) => {
  const handled = active(running(state));
  return { handled, asked: handled.asked ?? reject('case.no-extension-asked') };
};
