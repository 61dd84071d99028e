import type { Schema } from 'mongoose';
import { type SchemaPath, schemaPath } from '../schema-path.ts';
import { singleField } from '../question/filter.ts';
import type { ViewDefinition } from '../view.ts';
import { type Counts, countsOf } from './counts.ts';
import { quoted } from './sql.ts';
import { bounds, encoded } from './value.ts';

/** How a view lies in SQLite: all the writer needs to know of it, as plain data. */
export interface Layout {
  readonly view: string;
  readonly version: number;
  readonly table: string;
  /** Full-text table beside it, where the view has text. */
  readonly text: string | undefined;
  /** Counts of documents kept beside it, where the view asks for them. */
  readonly counts: Counts | undefined;
  /** The full-text tables that a text is looked for in. */
  readonly searched: readonly string[];
  /** Field paths that have a column of their own, by the column's name. */
  readonly columns: Readonly<Record<string, string>>;
  /** What each of those columns holds, computed from {@link givenDocument}. */
  readonly values: readonly string[];
  /** The same columns, each as computed from the document beside it. */
  readonly generated: readonly string[];
  /** The fields of each index, in order. */
  readonly indexed: readonly (readonly string[])[];
  /** What each index goes by. */
  readonly keys: readonly string[];
  readonly create: readonly string[];
  readonly index: readonly string[];
  readonly drop: readonly string[];
}

const tablesOf = (name: string, version: number) => ({
  table: quoted(`${name}@${version}`),
  text: quoted(`${name}@${version} text`),
  counts: quoted(`${name}@${version} counts`),
});

/** Statements that drop a view's tables, whether it has text and counts or not. */
export const dropOf = (name: string, version: number): readonly string[] =>
  Object.values(tablesOf(name, version)).map((table) => `DROP TABLE IF EXISTS ${table}`);

/** A full-text table of terms, by row. */
export const createText = (table: string): string =>
  `CREATE VIRTUAL TABLE ${table} USING fts5(terms, content = '', contentless_delete = 1, tokenize = 'ascii')`;

/** The placeholder of a document in a statement that writes it. */
export const givenDocument = '?3';

const viewName = /^[a-z][a-z0-9-]{0,62}$/;

const jsonPath = (part: readonly string[]): string => `'$${part.map((name) => `."${name}"`).join('')}'`;

/** SQL for a field below a JSON document, in the domain of `value.ts`. */
export const fieldOf = (document: string, part: readonly string[], type: string): string => {
  const value = `json_extract(${document}, ${jsonPath(part)})`;
  return type === 'String' || type === 'Number'
    ? `ifnull(${value}, ${bounds.absent})`
    : encoded(`json_type(${document}, ${jsonPath(part)})`, value);
};

/** SQL for the type of a JSON field, NULL where it is absent. */
export const typeOf = (document: string, part: readonly string[]): string =>
  `json_type(${document}, ${jsonPath(part)})`;

/** SQL for the items at a path below a document: one null item where there is nothing, none where there is an empty array. */
export const itemsOf = (document: string, part: readonly string[]): string =>
  `json_each(coalesce(${document} -> ${jsonPath(part)}, 'null'))`;

/** SQL for the items of an array, none where there is nothing. */
export const presentItemsOf = (document: string, part: readonly string[]): string =>
  `json_each(${document}, ${jsonPath(part)})`;

type Indexes = readonly [Record<string, unknown>, unknown][];

const isScalar = (path: SchemaPath | undefined): path is SchemaPath => path?.parts.length === 1 && !path.list;

/** Indexes as lists of [path, direction]; fields within arrays have none in SQLite and are looked through. */
const indexesOf = (schema: Schema): readonly (readonly [string, 'ASC' | 'DESC'][])[] =>
  (schema.indexes() as Indexes)
    .map(([fields]) =>
      Object.entries(fields).map(([path, way]) => [path, way === -1 ? 'DESC' : 'ASC'] as [string, 'ASC' | 'DESC']),
    )
    .filter((fields) => fields.every(([path]) => path === '_id' || isScalar(schemaPath(schema, path))));

/**
 * Derives tables and indexes from a view's schema. Indexed fields become columns of their own: computed once, when the
 * document is written, they make indexes three times as fast to build as indexes on expressions. Generated columns would
 * not do: SQLite writes all indexes anew whenever what the columns are computed from is written.
 * Every index ends in the id, so that pages follow it.
 */
export const layoutOf = (view: Pick<ViewDefinition, 'name' | 'version' | 'schema' | 'text' | 'counted'>): Layout => {
  if (!viewName.test(view.name)) throw new TypeError(`not a view's name: ${view.name}`);
  const { table, text: textTable, counts: countsTable } = tablesOf(view.name, view.version);
  const text = view.text && textTable;
  const indexes = indexesOf(view.schema);
  const { counted = [] } = view;
  for (const path of counted) singleField(view.schema, path);
  const paths = [...new Set([...indexes.flat().map(([path]) => path), ...counted])].filter((path) => path !== '_id');
  const columns = Object.fromEntries(paths.map((path, i) => [path, `c${i}`]));
  const valueIn = (document: string, path: string): string => {
    const { parts, type } = schemaPath(view.schema, path)!;
    return fieldOf(document, parts[0]!, type);
  };
  const keys = indexes.map((fields) => {
    const ways = fields.map(([path, way]) => `${columns[path] ?? 'id'} ${way}`);
    const last = fields.at(-1)!;
    const tie = last[0] === '_id' ? [] : [`id ${last[1]}`];
    return [...ways, ...tie].join(', ');
  });
  const counts = counted.length > 0 ? countsOf(table, countsTable, counted, columns) : undefined;
  return {
    view: view.name,
    version: view.version,
    table,
    text,
    counts: counts?.counts,
    searched: text ? [text] : [],
    columns,
    values: paths.map((path) => valueIn(givenDocument, path)),
    generated: paths.map((path) => `${columns[path]} GENERATED ALWAYS AS (${valueIn('document', path)})`),
    indexed: indexes.map((fields) => fields.map(([path]) => path)),
    keys,
    create: [
      `CREATE TABLE ${table} (n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, seen TEXT NOT NULL,
        document TEXT NOT NULL${paths.map((path) => `, ${columns[path]}`).join('')})`,
      ...(text ? [createText(text)] : []),
      ...(counts?.create ?? []),
    ],
    index: keys.map(
      (key, i) => `CREATE INDEX IF NOT EXISTS ${quoted(`${view.name}@${view.version} ${i}`)} ON ${table} (${key})`,
    ),
    drop: dropOf(view.name, view.version),
  };
};
