import type { FacetCount, Page } from '@panshi/contracts';
import { LRUCache } from 'lru-cache';
import { toCursor } from '../question/cursor.ts';
import { type AskedView, checkAsked, checkQuestion, type FacetField } from '../question/question.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, Scalar, ViewReader } from '../view-reader.ts';
import type { Target } from './filter.ts';
import { afterValues, conditionOf, facetSql, orderBy, sortColumns } from './find.ts';
import type { Layout } from './layout.ts';
import { join, type Sql, sql } from './sql.ts';
import { fromSql, type SqlValue } from './value.ts';
import type { ViewDatabase } from './view-database.ts';

const limits = { narrow: 2000 };

/** Reads one view. Each question is one turn of this thread, so what it answers is of one moment. */
export class SqliteViewReader<Doc extends ViewDocument> implements ViewReader<Doc> {
  readonly #view: AskedView;
  readonly #layout: Layout;
  readonly #target: Target;
  readonly #database: ViewDatabase;
  /** Which ranges were found wide lately: it decides on a plan only, so it may be old. */
  readonly #wide = new LRUCache<string, boolean>({ max: 1000, ttl: 60_000 });

  constructor({ name, schema }: Pick<ViewDefinition<Doc>, 'name' | 'schema'>, layout: Layout, database: ViewDatabase) {
    this.#view = { name, schema, text: layout.searched.length > 0 };
    this.#layout = layout;
    this.#target = { schema, layout };
    this.#database = database;
  }

  async get(id: string): Promise<Doc | undefined> {
    const [row] = this.#database.rows<[string]>(sql(`SELECT document FROM ${this.#layout.table} WHERE id = ?`, id));
    return row && (JSON.parse(row[0]) as Doc);
  }

  async find(options: FindOptions = {}): Promise<Page<Doc>> {
    const { limit, keys, after, facets, ...asked } = checkQuestion(this.#view, options);
    const columns = sortColumns(this.#target, keys);
    const condition = conditionOf(this.#target, asked);
    const paged = conditionOf({ ...this.#target, isWide: this.#isWide }, asked);
    const start = after ? [afterValues(columns, after)] : [];
    const { text, values } = join([paged, ...start], 'AND');
    const fields = ['document', ...columns.map(({ value }) => value)];
    const rows = this.#database.rows<[string, ...SqlValue[]]>(
      sql(
        `SELECT ${fields.join()} FROM ${this.#layout.table} WHERE ${text} ORDER BY ${orderBy(columns)} LIMIT ?`,
        ...values,
        limit + 1,
      ),
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(([document]) => JSON.parse(document) as Doc),
      ...(last && { next: toCursor(this.#view.name, options, last.slice(1).map(fromSql)) }),
      ...(options.total && { total: this.#count(condition) }),
      ...(options.facets && { facets: this.#facets(facets, condition) }),
    };
  }

  async count(filter?: Filter): Promise<number> {
    return this.#count(conditionOf(this.#target, checkAsked(this.#view, { filter })));
  }

  readonly #isWide = (range: Sql): boolean => {
    const key = JSON.stringify(range);
    const known = this.#wide.get(key);
    if (known !== undefined) return known;
    const rows = `SELECT 1 FROM ${this.#layout.table} WHERE ${range.text} LIMIT ${limits.narrow + 1}`;
    const [row] = this.#database.rows<[number]>(sql(`SELECT count(*) FROM (${rows})`, ...range.values));
    const wide = row![0] > limits.narrow;
    this.#wide.set(key, wide);
    return wide;
  };

  #count({ text, values }: Sql): number {
    const [row] = this.#database.rows<[number]>(
      sql(`SELECT count(*) FROM ${this.#layout.table} WHERE ${text}`, ...values),
    );
    return row![0];
  }

  #facets(facets: readonly FacetField[], condition: Sql): Record<string, readonly FacetCount[]> {
    const counts = (facet: FacetField): readonly FacetCount[] =>
      this.#database
        .rows<[SqlValue, number]>(facetSql(this.#target, facet, condition))
        .map(([value, count]) => ({ value: fromSql(value) as Scalar, count }));
    return Object.fromEntries(facets.map((facet) => [facet.path, counts(facet)]));
  }
}
