import {
  type Filter,
  matching,
  type ReactionContext,
  type ViewDefinition,
  type ViewDocument,
  type ViewReader,
  type Views,
} from '@panshi/read-model';
import { type Documents, foldInto, type Recorded } from './folding.ts';

/** Views kept up with a log in memory; readers find all that matches on one page, in order of id, by a filter only. */
export class FoldedViews implements Views {
  readonly #views: readonly ViewDefinition[];
  readonly #documents: ReadonlyMap<string, Map<string, ViewDocument>>;

  constructor(views: readonly ViewDefinition[]) {
    this.#views = views;
    this.#documents = new Map(views.map(({ name }) => [name, new Map()]));
  }

  apply(event: Recorded): void {
    for (const view of this.#views) foldInto(this.#documents.get(view.name)!, view, [event]);
  }

  documents<Doc extends ViewDocument>({ name }: ViewDefinition<Doc>): Documents<Doc> {
    return this.#documents.get(name) as Map<string, Doc>;
  }

  of<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ViewReader<Doc> {
    return {
      get: (id) => Promise.resolve(this.documents(view).get(id)),
      find: ({ filter } = {}) => Promise.resolve({ items: this.#select(view, filter) }),
      count: (filter) => Promise.resolve(this.#select(view, filter).length),
    };
  }

  readonly reaction: ReactionContext = {
    get: (view, id) => this.of(view).get(id),
    all: (view, filter) => iterate(this.#select(view, filter)),
  };

  #select<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter = {}): readonly Doc[] {
    return [...this.documents(view).values()].filter(matching(filter)).toSorted((a, b) => (a._id < b._id ? -1 : 1));
  }
}

const iterate = async function* <Doc>(documents: readonly Doc[]): AsyncGenerator<Doc> {
  yield* documents;
};
