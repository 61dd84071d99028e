import {
  type Filter,
  matching,
  type ReactionContext,
  type ViewDefinition,
  type ViewDocument,
} from '@panshi/read-model';
import type { World } from './world.ts';

/** Views as folded from the world. */
export const reactionContext = (world: World): ReactionContext => ({
  get: (view, id) => Promise.resolve(world.documents(view).get(id)),
  async *all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter) {
    yield* [...world.documents(view).values()].filter(matching(filter));
  },
});
