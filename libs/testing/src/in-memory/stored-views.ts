import {
  openSqliteViewStore,
  type ViewDefinition,
  type ViewDocument,
  type ViewReader,
  type Views,
} from '@panshi/read-model';
import type { Documents, Recorded } from './folding.ts';

/** What holds the documents of views, folded from a log. */
interface Folded {
  readonly log: readonly Recorded[];
  documents<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Documents<Doc>;
}

export interface StoredViews {
  readonly views: Views;
  close(): Promise<void>;
}

/** The views of a world as a service has them: stored, indexed, and read from SQLite. */
export const storedViews = async (world: Folded, views: readonly ViewDefinition[]): Promise<StoredViews> => {
  const store = await openSqliteViewStore({ path: ':memory:' });
  const readers = new Map<string, ViewReader<ViewDocument>>();
  const seen = world.log.at(-1)!.position;
  for (const view of views) {
    const table = await store.open(view);
    const lease = await table.acquire('spec', 60_000);
    const documents = [...world.documents(view)].map(([id, document]) => ({ id, seen, document }));
    await table.write(documents, seen, lease!);
    await table.index(lease!);
    readers.set(view.name, table);
  }
  const of = <Doc extends ViewDocument>({ name }: ViewDefinition<Doc>) => readers.get(name) as ViewReader<Doc>;
  return { views: { of }, close: () => store.close() };
};
