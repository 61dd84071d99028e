import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewReader, Views } from '../view-reader.ts';
import { connectReader } from './connect.ts';
import { layoutOf } from './layout.ts';
import type { Writer } from './protocol.ts';
import { SqliteViewTable } from './sqlite-view-table.ts';
import { ViewDatabase } from './view-database.ts';

const nobody: Writer = {
  call: (...[method]): Promise<never> => Promise.reject(new TypeError(`${method}: these views are only read`)),
};

/** Opens the views in a file that nobody writes any more. */
export const openFrozenViews = (
  path: string,
  definitions: readonly ViewDefinition[],
): { readonly views: Views; close(): void } => {
  const database = new ViewDatabase(connectReader(path), path);
  const tables = new Map(
    definitions.map((view) => [view.name, new SqliteViewTable(view, layoutOf(view), database, nobody, Date.now)]),
  );
  const of = <Doc extends ViewDocument>({ name }: ViewDefinition<Doc>): ViewReader<Doc> => {
    const table = tables.get(name);
    if (!table) throw new TypeError(`${name} was not folded`);
    return table as unknown as ViewReader<Doc>;
  };
  return { views: { of }, close: () => database.close() };
};
