import type { CaseEvent } from '@panshi/contracts';
import type { Fold } from '@panshi/kernel';
import type { CaseState, Evolvers } from './case.ts';
import { clockEvolvers } from './evolve-clock.ts';
import { courseEvolvers } from './evolve-course.ts';
import { endingEvolvers } from './evolve-ending.ts';

const evolvers: Evolvers = { ...courseEvolvers, ...clockEvolvers, ...endingEvolvers };

/** How a case's events make its state. */
export const caseFold: Fold<CaseState, CaseEvent> = {
  initial: { stage: 'none' },
  evolve: (state, { type, data }) => (evolvers[type] as (state: CaseState, data: object) => CaseState)(state, data),
};
