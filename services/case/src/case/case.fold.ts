import type { CaseEvent, CaseEventType } from '@panshi/contracts';
import type { Fold } from '@panshi/kernel';
import type { CaseState } from './case.ts';
import { clockEvolvers } from './evolve-clock.ts';
import { courseEvolvers } from './evolve-course.ts';
import { endingEvolvers } from './evolve-ending.ts';

type Evolver = (state: CaseState, data: CaseEvent['data']) => CaseState;

/** Each event's effect; the compiler asks for one of every type. */
const evolvers = { ...courseEvolvers, ...clockEvolvers, ...endingEvolvers } satisfies Record<CaseEventType, unknown>;

/** How a case's events make its state. */
export const caseFold: Fold<CaseState, CaseEvent> = {
  initial: { stage: 'none' },
  evolve: (state, { type, data }) => (evolvers[type] as Evolver)(state, data),
};
