import type { EventType } from '@panshi/contracts';
import type { Typed, ViewDefinition, ViewDocument } from '@panshi/read-model';

/** An event as a log gives it back. */
export type Recorded = Typed<EventType>;

/** Documents of a view by id. */
export type Documents<Doc extends ViewDocument = ViewDocument> = ReadonlyMap<string, Doc>;

/** Folds events into documents, as a projector does. */
export const foldInto = <Doc extends ViewDocument>(
  documents: Map<string, Doc>,
  view: ViewDefinition<Doc>,
  events: readonly Recorded[],
): Documents<Doc> => {
  for (const event of events.filter(({ type }) => view.from.includes(type)))
    for (const id of view.keys(event)) {
      const document = view.evolve(documents.get(id), event, id);
      if (document) documents.set(id, document);
      else documents.delete(id);
    }
  return documents;
};
