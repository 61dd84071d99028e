import type { Filter, ReactionContext } from '@panshi/read-model';
import { gridBoard } from '../views/grid-board.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import type { Scope } from '../wartime/scope.ts';

const inside = (scope: Scope): Filter => ({ $or: scope.map((code) => ({ _id: { $prefix: code } })) });

/** Codes of the active grids in an area; with `all`, of the ended ones too. */
export const gridsIn = async (scope: Scope, context: ReactionContext, all?: 'all'): Promise<readonly string[]> => {
  if (scope.length === 0) return [];
  const filter = all ? inside(scope) : { status: 'active', ...inside(scope) };
  return Array.fromAsync(context.all(gridBoard, filter), ({ _id }) => _id);
};

/** Running activations of a district. */
export const activeIn = (districtCode: string, context: ReactionContext): Promise<readonly ActivationDocument[]> =>
  Array.fromAsync(context.all(wartimeBoard, { districtCode, state: 'active' }));
