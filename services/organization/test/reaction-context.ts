import type { Filter, ReactionContext, ViewDefinition, ViewDocument } from '@panshi/read-model';
import type { World } from './world.ts';

/** Views as folded from the world; its filters name fields and their values, as the reactors' do. */
export const reactionContext = (world: World): ReactionContext => ({
  get: (view, id) => Promise.resolve(world.documents(view).get(id)),
  async *all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter) {
    for (const document of world.documents(view).values())
      if (Object.entries(filter).every(([field, value]) => Reflect.get(document, field) === value))
        yield await Promise.resolve(document);
  },
});
