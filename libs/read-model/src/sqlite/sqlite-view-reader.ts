import type { FacetCount, Page } from '@panshi/contracts';
import { LRUCache } from 'lru-cache';
import { badFilter } from '../refusals.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, Scalar, ViewReader } from '../view-reader.ts';
import { fromCursor, toCursor } from './cursor.ts';
import type { Target } from './filter.ts';
import { afterValues, conditionOf, facetSql, orderBy, sortKeys } from './find.ts';
import type { Layout } from './layout.ts';
import { join, type Sql, sql } from './sql.ts';
import { fromSql, type SqlValue } from './value.ts';
import type { ViewDatabase } from './view-database.ts';

const limits = { page: 200, usual: 50, facets: 20, facetValues: 1000, narrow: 2000 };

/** Reads one view. Each question is one turn of this thread, so what it answers is of one moment. */
export class SqliteViewReader<Doc extends ViewDocument> implements ViewReader<Doc> {
  readonly #name: string;
  readonly #layout: Layout;
  readonly #target: Target;
  readonly #database: ViewDatabase;
  /** Which ranges were found wide lately: it decides on a plan only, so it may be old. */
  readonly #wide = new LRUCache<string, boolean>({ max: 1000, ttl: 60_000 });

  constructor({ name, schema }: Pick<ViewDefinition<Doc>, 'name' | 'schema'>, layout: Layout, database: ViewDatabase) {
    this.#name = name;
    this.#layout = layout;
    this.#target = { schema, layout };
    this.#database = database;
  }

  async get(id: string): Promise<Doc | undefined> {
    const [row] = this.#database.rows<[string]>(sql(`SELECT document FROM ${this.#layout.table} WHERE id = ?`, id));
    return row && (JSON.parse(row[0]) as Doc);
  }

  async find(options: FindOptions = {}): Promise<Page<Doc>> {
    const { limit = limits.usual, cursor } = options;
    if (!Number.isInteger(limit) || limit < 1 || limit > limits.page) return badFilter(`limit is 1 to ${limits.page}`);
    const name = this.#name;
    const keys = sortKeys(this.#target, options.sort);
    const condition = conditionOf(this.#target, options);
    const paged = conditionOf({ ...this.#target, isWide: this.#isWide }, options);
    const start = cursor === undefined ? [] : [afterValues(keys, fromCursor(name, options, cursor, keys.length))];
    const { text, values } = join([paged, ...start], 'AND');
    const fields = ['document', ...keys.map(({ value }) => value)];
    const rows = this.#database.rows<[string, ...SqlValue[]]>(
      sql(
        `SELECT ${fields.join()} FROM ${this.#layout.table} WHERE ${text} ORDER BY ${orderBy(keys)} LIMIT ?`,
        ...values,
        limit + 1,
      ),
    );
    const items = rows.slice(0, limit);
    const last = rows.length > limit ? items.at(-1) : undefined;
    return {
      items: items.map(([document]) => JSON.parse(document) as Doc),
      ...(last && { next: toCursor(name, options, last.slice(1).map(fromSql)) }),
      ...(options.total && { total: this.#count(condition) }),
      ...(options.facets && { facets: this.#facets(options.facets, condition) }),
    };
  }

  async count(filter?: Filter): Promise<number> {
    return this.#count(conditionOf(this.#target, { filter }));
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

  #facets(paths: readonly string[], condition: Sql): Record<string, readonly FacetCount[]> {
    if (paths.length > limits.facets) return badFilter(`more than ${limits.facets} facets`);
    const counts = (path: string): readonly FacetCount[] =>
      this.#database
        .rows<[SqlValue, number]>(facetSql(this.#target, path, condition, limits.facetValues))
        .map(([value, count]) => ({ value: fromSql(value) as Scalar, count }));
    return Object.fromEntries(paths.map((path) => [path, counts(path)]));
  }
}
