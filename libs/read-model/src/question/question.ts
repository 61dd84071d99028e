import { badFilter } from '../rejections.ts';
import type { SchemaPath } from '../schema-path.ts';
import { type Phrase, phrasesOf } from '../terms.ts';
import type { ViewDefinition } from '../view.ts';
import type { BoundingBox, FindOptions, Scalar } from '../view-reader.ts';
import { fromCursor } from './cursor.ts';
import { type CheckedFilter, checkFilter, knownField, singleField } from './filter.ts';

export type AskedView = Pick<ViewDefinition, 'name' | 'schema'> & {
  /** Whether the view has text to search in. */
  readonly text: boolean;
};

/** A field sorted by, of one value a document. The last is always `_id`. */
export interface SortKey {
  readonly path: string;
  readonly descending: boolean;
}

export interface FacetField {
  readonly path: string;
  readonly where: SchemaPath;
}

/** Which documents a question is about, whatever their order and page. */
export interface Asked {
  readonly filter?: CheckedFilter;
  readonly within?: BoundingBox;
  /** All of which the text must contain. */
  readonly phrases?: readonly Phrase[];
}

/** What a find was asked, checked once for every adapter. */
export interface Question extends Asked {
  readonly limit: number;
  readonly keys: readonly SortKey[];
  /** The values of the keys where the page before ended. */
  readonly after?: readonly Scalar[];
  readonly facets: readonly FacetField[];
}

const most = { page: 200, usual: 50, sorts: 4, facets: 20, phrases: 20, text: 200 };

/** How many values of a facet are counted, the most frequent ones. */
export const facetValues = 1000;

/** The order of a page: ties are broken by id, in the direction of the last field, so that one index serves both ways. */
const sortKeys = ({ schema }: AskedView, sort: FindOptions['sort'] = {}): readonly SortKey[] => {
  const fields = Object.entries(sort);
  if (fields.length > most.sorts) return badFilter(`sorted by more than ${most.sorts} fields`);
  const keys = fields.map(([path, way]): SortKey => {
    if (way !== 1 && way !== -1) return badFilter('a direction is 1 or -1');
    singleField(schema, path);
    return { path, descending: way === -1 };
  });
  const id = keys.findIndex(({ path }) => path === '_id');
  return id >= 0 ? keys.slice(0, id + 1) : [...keys, { path: '_id', descending: keys.at(-1)?.descending ?? false }];
};

const checkBox = ({ schema }: AskedView, box: BoundingBox): BoundingBox => {
  const { field, west, south, east, north } = box;
  if (![west, south, east, north].every(Number.isFinite) || west > east || south > north)
    return badFilter('a box goes from south-west to north-east');
  singleField(schema, `${field}.lon`);
  singleField(schema, `${field}.lat`);
  return box;
};

const checkText = (view: AskedView, text: string): readonly Phrase[] => {
  if (!view.text) return badFilter('this view has no text');
  const phrases = phrasesOf(text);
  if (text.length > most.text || phrases.length > most.phrases) return badFilter('a text too long to search for');
  return phrases.length === 0 ? badFilter('a text without a word') : phrases;
};

const facetField = ({ schema }: AskedView, path: string): FacetField => {
  const where = knownField(schema, path);
  const deep = where.parts.length > 2 || (where.parts.length === 2 && where.list);
  return deep ? badFilter(`no counts of ${path}`) : { path, where };
};

/** @throws {Rejection} `view.bad-filter` */
export const checkAsked = (view: AskedView, { filter, within, text }: FindOptions): Asked => ({
  ...(filter && { filter: checkFilter(view.schema, filter) }),
  ...(within && { within: checkBox(view, within) }),
  ...(text !== undefined && { phrases: checkText(view, text) }),
});

/** @throws {Rejection} `view.bad-filter`, `view.bad-cursor` */
export const checkQuestion = (view: AskedView, options: FindOptions): Question => {
  const { limit = most.usual, cursor, facets = [] } = options;
  if (!Number.isInteger(limit) || limit < 1 || limit > most.page) return badFilter(`limit is 1 to ${most.page}`);
  if (facets.length > most.facets) return badFilter(`more than ${most.facets} facets`);
  const keys = sortKeys(view, options.sort);
  return {
    ...checkAsked(view, options),
    limit,
    keys,
    facets: facets.map((path) => facetField(view, path)),
    ...(cursor !== undefined && { after: fromCursor(view.name, options, cursor, keys.length) }),
  };
};
