import { isSuspended } from '../deadline/clock.ts';
import { reject } from '../reject.ts';
import { type CaseState, type Closed, isClosed, isRunning, type Running } from './case.ts';

/** @throws {Rejection} where there is no such case, or it is at another stage */
export const at = <S extends CaseState['stage']>(
  state: CaseState,
  ...stages: S[]
): Extract<CaseState, { stage: S }> => {
  if (state.stage === 'none') return reject('case.unknown');
  if (!(stages as string[]).includes(state.stage))
    reject('case.wrong-stage', { stage: state.stage, needed: stages.join(', ') });
  return state as Extract<CaseState, { stage: S }>;
};

/** @throws {Rejection} where the case is not between filing and closing */
export const running = (state: CaseState): Running =>
  isRunning(state) ? state : (at(state, 'filed', 'dispatched', 'in-progress', 'reported') as Running);

/** @throws {Rejection} where the case is not closed */
export const closed = (state: CaseState): Closed => (isClosed(state) ? state : at(state, 'closed', 'evaluated'));

/** @throws {Rejection} while the case is suspended: it must be resumed first */
export const active = <S extends Running>(state: S): S => {
  if (isSuspended(state.clock)) reject('case.suspended');
  return state;
};
