import { DemobiliseGrid, type EventData, MobiliseGrid, ReplaceGridsInScope } from '@panshi/contracts';
import { regionOf } from '@panshi/kernel';
import { defineReactor, issue, type Reaction, type ReactionContext } from '@panshi/read-model';
import { gridBoard } from '../views/grid-board.view.ts';
import type { ActivationDocument } from '../views/wartime-board.document.ts';
import { wartimeBoard } from '../views/wartime-board.view.ts';
import { covers } from '../wartime/scope.ts';
import { activeIn, gridsIn } from './grids-and-activations.ts';
import { type Order, ordered, released } from './mobilisation-orders.ts';

type Reactions = Promise<readonly Reaction<MobiliseGrid | DemobiliseGrid | ReplaceGridsInScope>[]>;

const order = (activation: ActivationDocument): Order => ({ ...activation, activationId: activation._id });

/** Releases grids that have ended, orders their successors out, and has them added to every scope that named the ended ones. */
const replaced = async (
  gone: readonly string[],
  successors: readonly string[],
  context: ReactionContext,
): Reactions => {
  const districtCode = regionOf(gone[0]!, 'district');
  const activations = await activeIn(districtCode, context);
  return [
    ...(successors.length > 0 && activations.length > 0
      ? [issue(ReplaceGridsInScope, { districtCode, replaced: [...gone], successors: [...successors] }, 'scope')]
      : []),
    ...activations.flatMap((activation) =>
      successors.filter((code) => covers(activation.scope, code)).map((code) => ordered(order(activation), code)),
    ),
    ...activations.flatMap(({ _id }) => gone.map((code) => released(_id, code, 'grid-replaced'))),
  ];
};

const scopeChanged = async (data: EventData['ScopeChanged'], context: ReactionContext): Reactions => {
  const leaving = (await gridsIn(data.removed, context, 'all')).filter((code) => !covers(data.scope, code));
  const coming = await gridsIn(data.added, context);
  return [
    ...leaving.map((code) => released(data.activationId, code, 'out-of-scope')),
    ...coming.map((code) => ordered(data, code)),
  ];
};

/**
 * Orders out every grid in the scope of an activation and releases it at the end, one command a grid. One reactor does
 * both, so that they keep their order. Every grid that ever lay in the scope is released, because views may be behind the
 * orders given; for a grid that is not out, nothing happens.
 */
export const mobilise = defineReactor({
  name: 'mobilise-grids',
  issues: [MobiliseGrid, DemobiliseGrid, ReplaceGridsInScope],
  from: [
    'WartimeActivated',
    'ScopeChanged',
    'WartimeStoodDown',
    'GridDelineated',
    'GridSplit',
    'GridsMerged',
    'GridRetired',
  ],
  views: [gridBoard, wartimeBoard],
  react: async ({ type, data }, context) => {
    switch (type) {
      case 'WartimeActivated':
        return (await gridsIn(data.scope, context)).map((code) => ordered(data, code));
      case 'ScopeChanged':
        return scopeChanged(data, context);
      case 'WartimeStoodDown':
        return (await gridsIn(data.scope, context, 'all')).map((code) =>
          released(data.activationId, code, 'stood-down'),
        );
      case 'GridDelineated': {
        const activations = await activeIn(regionOf(data.gridCode, 'district'), context);
        return activations
          .filter(({ scope }) => covers(scope, data.gridCode))
          .map((activation) => ordered(order(activation), data.gridCode));
      }
      case 'GridSplit':
        return replaced(
          [data.gridCode],
          data.parts.map(({ gridCode }) => gridCode),
          context,
        );
      case 'GridsMerged':
        return replaced(data.gridCodes, [data.merged.gridCode], context);
      case 'GridRetired':
        return replaced([data.gridCode], data.successor ? [data.successor.gridCode] : [], context);
    }
  },
});
