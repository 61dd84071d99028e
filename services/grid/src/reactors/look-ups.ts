import type { Filter, ReactionContext } from '@panshi/read-model';
import { gridBoard } from '../views/grid-board.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import type { Scope } from '../wartime/scope.ts';

const inside = (scope: Scope): Filter => ({ $or: scope.map((code) => ({ _id: { $prefix: code } })) });

/** Codes of the active grids in an area; with `all`, of the ended ones too. */
export const gridsIn = async (scope: Scope, context: ReactionContext, all?: 'all'): Promise<readonly string[]> => {
  if (scope.length === 0) return [];
  const codes: string[] = [];
  const filter = all ? inside(scope) : { status: 'active', ...inside(scope) };
  for await (const grid of context.all(gridBoard, filter)) codes.push(grid._id);
  return codes;
};

/** Running activations of a district. */
export const activeIn = async (
  districtCode: string,
  context: ReactionContext,
): Promise<readonly ActivationDocument[]> => {
  const active: ActivationDocument[] = [];
  for await (const activation of context.all(wartimeBoard, { districtCode, state: 'active' })) active.push(activation);
  return active;
};
