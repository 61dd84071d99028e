import type { FacetCount, Page } from '@panshi/contracts';
import { LRUCache } from 'lru-cache';
import { toCursor } from '../question/cursor.ts';
import { type Asked, type AskedView, checkAsked, checkQuestion, type FacetField } from '../question/question.ts';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, Scalar, ViewReader } from '../view-reader.ts';
import type { Target } from './filter.ts';
import { afterValues, conditionOf, facetSql, orderBy, sortColumns, totalSql } from './find.ts';
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
  /** Which tests were found wide lately: it decides on a plan only, so it may be old. */
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
    const paged = conditionOf(this.#targetOfPage(keys[0]!.path), asked);
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
      ...(options.total && { total: this.#count(asked) }),
      ...(options.facets && { facets: this.#facets(facets, asked) }),
    };
  }

  async count(filter?: Filter): Promise<number> {
    return this.#count(checkAsked(this.#view, { filter }));
  }

  /** An index of a value that many rows have is not worth using, but where it has them in the page's own order. */
  #targetOfPage(sortedBy: string): Target {
    const inOrder = (path: string): boolean =>
      this.#layout.indexed.some(([first, second]) => first === path && second === sortedBy);
    return {
      ...this.#target,
      isWide: (range, path) => path !== sortedBy && this.#isWide(range),
      isCommon: (found, path, values) => !(values.length === 1 && inOrder(path)) && this.#isWide(found),
    };
  }

  #isWide(range: Sql): boolean {
    const key = JSON.stringify(range);
    const known = this.#wide.get(key);
    if (known !== undefined) return known;
    const rows = `SELECT 1 FROM ${this.#layout.table} WHERE ${range.text} LIMIT ${limits.narrow + 1}`;
    const [row] = this.#database.rows<[number]>(sql(`SELECT count(*) FROM (${rows})`, ...range.values));
    const wide = row![0] > limits.narrow;
    this.#wide.set(key, wide);
    return wide;
  }

  #count(asked: Asked): number {
    return this.#database.rows<[number]>(totalSql(this.#target, asked))[0]![0];
  }

  #facets(facets: readonly FacetField[], asked: Asked): Record<string, readonly FacetCount[]> {
    const counts = (facet: FacetField): readonly FacetCount[] =>
      this.#database
        .rows<[SqlValue, number]>(facetSql(this.#target, facet, asked))
        .map(([value, count]) => ({ value: fromSql(value) as Scalar, count }));
    return Object.fromEntries(facets.map((facet) => [facet.path, counts(facet)]));
  }
}
