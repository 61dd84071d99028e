import type { Position } from '@panshi/event-store';
import { everyDocument } from '../every-document.ts';
import type { ReactionContext, ReactorDefinition } from '../reactor.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, Views } from '../view-reader.ts';

/** The live views, and a way to wait until they have passed a position. */
export interface ReactorViews extends Views {
  /** Resolves once the named views have passed the position. @throws at the deadline (milliseconds since the epoch) */
  whenPassed(views: readonly string[], position: Position, deadline: number): Promise<unknown>;
}

/** What a reaction may look up: the views its reactor names, which have passed the event, and no others. */
export const reactionContext = (reactor: Pick<ReactorDefinition, 'name' | 'views'>, views: Views): ReactionContext => {
  const reader = <Doc extends ViewDocument>(view: ViewDefinition<Doc>) => {
    if (!reactor.views?.some(({ name }) => name === view.name))
      throw new TypeError(`${reactor.name} does not name the view ${view.name}`);
    return views.of(view);
  };
  return {
    get: async (view, id) => reader(view).get(id),
    async *all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter) {
      yield* everyDocument(reader(view), { filter });
    },
  };
};
