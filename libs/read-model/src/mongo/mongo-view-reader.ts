import type { FacetCount, Page } from '@panshi/contracts';
import type { mongo } from 'mongoose';
import { toCursor } from '../question/cursor.ts';
import { type AskedView, checkAsked, checkQuestion, type FacetField } from '../question/question.ts';
import type { ViewDocument } from '../view.ts';
import type { Filter, FindOptions, Scalar, ViewReader } from '../view-reader.ts';
import { all, type MongoFilter } from './filter.ts';
import { afterValues, conditionOf, facetPipeline } from './find.ts';
import { ownFields, notDeleted, type Stored } from './stored.ts';

type Collection = mongo.Collection<Stored>;

/** The server stops what has not answered by then: whoever asked has gone. */
const bounded = { maxTimeMS: 5_000 };

/**
 * Reads in the collection that holds the view now. That it holds nothing is believed only of a view that still stands.
 * @throws {StoreUnavailable}
 */
type Reading = <T>(read: (documents: Collection) => Promise<T>, isNothing: (answer: T) => boolean) => Promise<T>;

const valueAt = (document: ViewDocument, path: string): Scalar =>
  (path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], document) ??
    null) as Scalar;

/** Reads one view. Page, total and facets of one question may be of moments a little apart while the view is written. */
export class MongoViewReader<Doc extends ViewDocument> implements ViewReader<Doc> {
  readonly #view: AskedView;
  readonly #reading: Reading;

  constructor(view: AskedView, reading: Reading) {
    this.#view = view;
    this.#reading = reading;
  }

  get(id: string): Promise<Doc | undefined> {
    const read = async (documents: Collection): Promise<Doc | undefined> =>
      (await documents.findOne<Doc>({ _id: id, ...notDeleted }, { projection: ownFields, ...bounded })) ?? undefined;
    return this.#reading(read, (found) => found === undefined);
  }

  async find(options: FindOptions = {}): Promise<Page<Doc>> {
    const { limit, keys, after, facets, ...asked } = checkQuestion(this.#view, options);
    const condition = conditionOf(asked);
    const read = async (documents: Collection): Promise<Page<Doc>> => {
      const [found, total, counts] = await Promise.all([
        documents
          .find<Doc>(after ? all([condition, afterValues(keys, after)]) : condition, {
            projection: ownFields,
            ...bounded,
          })
          .sort(keys.map(({ path, descending }) => [path, descending ? -1 : 1] as const))
          .limit(limit + 1)
          .toArray(),
        options.total ? documents.countDocuments(condition, bounded) : undefined,
        this.#facets(documents, facets, condition),
      ]);
      const items = found.slice(0, limit);
      const last = found.length > limit ? items.at(-1) : undefined;
      const values = last && keys.map(({ path }) => valueAt(last, path));
      return {
        items,
        ...(values && { next: toCursor(this.#view.name, options, values) }),
        ...(options.total && { total }),
        ...(options.facets && { facets: counts }),
      };
    };
    return this.#reading(read, ({ items }) => items.length === 0);
  }

  async count(filter?: Filter): Promise<number> {
    const condition = conditionOf(checkAsked(this.#view, { filter }));
    const read = (documents: Collection): Promise<number> => documents.countDocuments(condition, bounded);
    return this.#reading(read, (found) => found === 0);
  }

  async #facets(documents: Collection, facets: readonly FacetField[], condition: MongoFilter) {
    const counts = facets.map(async (facet): Promise<[string, readonly FacetCount[]]> => {
      const found = await documents
        .aggregate<{ _id: Scalar; count: number }>(facetPipeline(facet, condition), bounded)
        .map(({ _id: value, count }): FacetCount => ({ value, count }))
        .toArray();
      return [facet.path, found];
    });
    return Object.fromEntries(await Promise.all(counts));
  }
}
