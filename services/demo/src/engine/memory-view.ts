import type { Page } from '@panshi/contracts';
import {
  type Filter,
  type FindOptions,
  matching,
  type Typed,
  type ViewDefinition,
  type ViewDocument,
  type ViewReader,
} from '@panshi/read-model';

/** A view folded in memory as events happen: never behind. */
export class MemoryView<Doc extends ViewDocument = ViewDocument> implements ViewReader<Doc> {
  /** Told of each document that an event touches. */
  readonly watchers: ((document: Doc) => void)[] = [];
  readonly #definition: ViewDefinition<Doc>;
  readonly #documents = new Map<string, Doc>();

  constructor(definition: ViewDefinition<Doc>) {
    this.#definition = definition;
  }

  /** Folds an event of one of its types. */
  apply(event: Typed<never>): void {
    for (const id of this.#definition.keys(event)) {
      const document = this.#definition.evolve(this.#documents.get(id), event, id);
      if (!document) {
        this.#documents.delete(id);
        continue;
      }
      this.#documents.set(id, document);
      for (const watcher of this.watchers) watcher(document);
    }
  }

  documents(filter: Filter = {}): readonly Doc[] {
    return [...this.#documents.values()].filter(matching(filter));
  }

  document(id: string): Doc | undefined {
    return this.#documents.get(id);
  }

  async get(id: string): Promise<Doc | undefined> {
    return this.#documents.get(id);
  }

  /** All that match on one page, in order of id. @throws {TypeError} when asked for more than a filter */
  async find({ filter, text, within, facets }: FindOptions = {}): Promise<Page<Doc>> {
    if (text ?? within ?? facets) throw new TypeError(`a simulation only filters ${this.#definition.name}`);
    const items = [...this.documents(filter)].sort((a, b) => (a._id < b._id ? -1 : 1));
    return { items, total: items.length };
  }

  async count(filter?: Filter): Promise<number> {
    return this.documents(filter).length;
  }
}
