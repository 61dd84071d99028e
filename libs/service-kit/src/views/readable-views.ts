import type { Position } from '@panshi/event-store';
import type { ViewDefinition, Views } from '@panshi/read-model';

/** The live views of a service, and how far they have come. */
export interface LiveViews extends Views {
  /**
   * Resolves once the named views are built and have passed `after`; with the oldest position they have reached.
   * @throws {Unavailable} `view.behind` at the deadline
   */
  whenPassed(names: readonly string[], after: Position | undefined, deadline: number): Promise<Position>;
}

/** Lets a query read only the views it declares: for others nothing waited, and nothing would be folded as of a moment. */
export const restrictedTo = (views: Views, allowed: readonly ViewDefinition[]): Views => ({
  of: (view) => {
    if (!allowed.some(({ name }) => name === view.name)) throw new TypeError(`the query does not declare ${view.name}`);
    return views.of(view);
  },
});
