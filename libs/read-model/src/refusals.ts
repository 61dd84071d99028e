import { reject } from '@panshi/kernel';

/** Refuses what find or count was asked. `reason` names what is wrong. */
export const badFilter = (reason: string): never => reject('view.bad-filter', { reason }, 'invalid');

/** Refuses a cursor that this view did not give, or gave for another question. */
export const badCursor = (): never => reject('view.bad-cursor', {}, 'invalid');
