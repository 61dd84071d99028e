import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { compareText } from '../compare-text.ts';
import { matching } from '../matching.ts';
import { runsOf } from '../terms.ts';
import type { Filter, FindOptions } from '../view-reader.ts';
import type { ViewStore, ViewTable } from '../view-store.ts';
import { filtersWithoutNullItems, sampleDocuments, sampleFilters, sampleSorts } from './sample-documents.ts';
import { holdingIn, position } from './sample-table.ts';
import type { Sample } from './samples.ts';

/** Rank of a type in the order of values: null and absent, numbers, text, booleans. */
const rank = (value: unknown): number => ['number', 'string', 'boolean'].indexOf(typeof value) + 1;

const compare = (a: unknown, b: unknown): number => {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  return typeof a === 'string' ? compareText(a, b as string) : Number(a ?? 0) - Number(b ?? 0);
};

const at = (document: object, path: string): unknown =>
  path.split('.').reduce<unknown>((value, name) => (value as Record<string, unknown> | undefined)?.[name], document);

/** What a text search means: Chinese anywhere in a run, other words by their beginning. */
const contains = (text: string, query: string): boolean =>
  runsOf(query).every((wanted) =>
    runsOf(text).some((run) =>
      run.chinese && wanted.chinese ? run.text.includes(wanted.text) : run.text.startsWith(wanted.text),
    ),
  );

/** What the server at hand cannot do though the adapter asks it rightly: a stand-in's shortcomings, by name. */
export interface Shortcomings {
  /** Asked for null within the items of an array, it overlooks an item that lacks the field beside one that has it. */
  readonly nullItems?: boolean;
}

/** What reading a view means, on any adapter. */
export const viewQueryContract = (
  name: string,
  open: (clock: () => number) => Promise<ViewStore>,
  { nullItems = false }: Shortcomings = {},
): void => {
  const filtersHere = nullItems ? filtersWithoutNullItems : sampleFilters;
  describe(`${name}: reading a view`, () => {
    let store: ViewStore;
    beforeEach(async () => {
      store = await open(() => 0);
    });
    afterEach(() => store.close());

    const holding = (documents: readonly Sample[], indexed?: boolean) => holdingIn(store, documents, indexed);
    const ids = async (table: ViewTable<Sample>, options: FindOptions): Promise<string[]> =>
      (await table.find({ limit: 200, ...options })).items.map(({ _id }) => _id).sort();

    it('gives a document back as it was written, and none for an unknown id', async () => {
      await fc.assert(
        fc.asyncProperty(sampleDocuments(8), async (documents) => {
          const table = await holding(documents);
          for (const document of documents) expect(await table.get(document._id)).toEqual(document);
          expect(await table.get('unknown')).toBeUndefined();
        }),
        { numRuns: 10 },
      );
    });

    it('finds and counts exactly what the plain meaning of a filter says', async () => {
      await fc.assert(
        fc.asyncProperty(
          sampleDocuments(),
          fc.array(filtersHere, { minLength: 10, maxLength: 10 }),
          fc.boolean(),
          async (documents, filters, indexed) => {
            const table = await holding(documents, indexed);
            for (const filter of filters as Filter[]) {
              const expected = documents.filter(matching(filter)).map(({ _id }) => _id);
              expect(await ids(table, { filter })).toEqual(expected.sort());
              expect(await table.count(filter)).toBe(expected.length);
            }
          },
        ),
        { numRuns: 60 },
      );
    });

    it('takes a field that is undefined as no condition', async () => {
      const table = await holding([{ _id: 'a', stage: 'filed' }, { _id: 'b' }]);
      expect(await ids(table, { filter: { stage: undefined } })).toEqual(['a', 'b']);
    });

    it('pages through every document exactly once, in order, whatever the sort and page size', async () => {
      await fc.assert(
        fc.asyncProperty(
          sampleDocuments(),
          sampleSorts,
          fc.integer({ min: 1, max: 7 }),
          async (documents, sort, limit) => {
            const table = await holding(documents);
            const seen: Sample[] = [];
            for (let cursor: string | undefined; ;) {
              const page = await table.find({ sort, limit, cursor });
              seen.push(...page.items);
              expect(page.items.length).toBeLessThanOrEqual(limit);
              if ((cursor = page.next) === undefined) break;
            }
            const fields = Object.entries(sort);
            const inOrder = [...documents].sort((a, b) => {
              for (const [path, way] of fields) {
                const order = compare(at(a, path), at(b, path)) * way;
                if (order !== 0) return order;
              }
              return compareText(a._id, b._id) * (fields.at(-1)?.[1] ?? 1);
            });
            expect(seen.map(({ _id }) => _id)).toEqual(inOrder.map(({ _id }) => _id));
          },
        ),
        { numRuns: 60 },
      );
    });

    it('counts all that match, not only the page', async () => {
      const documents = Array.from({ length: 30 }, (_, i) => ({ _id: `d-${i}`, count: i % 3 }));
      const table = await holding(documents);
      const page = await table.find({ filter: { count: 1 }, limit: 4, total: true });
      expect([page.items.length, page.total]).toEqual([4, 10]);
    });

    it('counts values over all that match, most frequent first; absent counts as null, an array by its items', async () => {
      const table = await holding([
        { _id: 'a', stage: 'filed', urgent: true, tags: ['x', 'y'], items: [{ code: 'p' }, { code: 'p' }] },
        { _id: 'b', stage: 'filed', urgent: false, tags: ['x'] },
        { _id: 'c', stage: 'closed', urgent: true, tags: [] },
        { _id: 'd', count: 1 },
        { _id: 'e', count: 9, stage: 'closed' },
      ]);
      const facets = ['stage', 'urgent', 'tags', 'items.code'];
      const page = await table.find({ filter: { count: { $ne: 9 } }, limit: 1, facets });
      expect(page.facets).toEqual({
        stage: [
          { value: 'filed', count: 2 },
          { value: null, count: 1 },
          { value: 'closed', count: 1 },
        ],
        urgent: [
          { value: true, count: 2 },
          { value: null, count: 1 },
          { value: false, count: 1 },
        ],
        tags: [
          { value: 'x', count: 2 },
          { value: 'y', count: 1 },
        ],
        'items.code': [{ value: 'p', count: 2 }],
      });
    });

    it('finds what lies in a box, its edges included', async () => {
      const table = await holding([
        { _id: 'in', location: { lon: 118.8, lat: 32.1 } },
        { _id: 'east', location: { lon: 118.81, lat: 32.1 } },
        { _id: 'north', location: { lon: 118.8, lat: 32.11 } },
        { _id: 'nowhere' },
      ]);
      const within = { field: 'location', west: 118.7, south: 32, east: 118.8, north: 32.1 };
      expect(await ids(table, { within })).toEqual(['in']);
    });

    it('finds text as its plain meaning says: Chinese of any length anywhere, other words by their beginning', async () => {
      const queries = [
        '积水',
        '水',
        '严重',
        '水严重',
        '路',
        '灯不',
        'LAMP',
        'lam',
        '12',
        '重积',
        '１２ 号楼',
        '积水 严重',
      ];
      await fc.assert(
        fc.asyncProperty(sampleDocuments(), fc.constantFrom(...queries), async (documents, text) => {
          const table = await holding(documents);
          const expected = documents.filter(({ note }) => contains(note ?? '', text)).map(({ _id }) => _id);
          expect(await ids(table, { text })).toEqual(expected.sort());
        }),
        { numRuns: 60 },
      );
    });

    it('forgets the text of a document that changed or went', async () => {
      const table = await holding([
        { _id: 'a', note: '积水' },
        { _id: 'b', note: '积水' },
      ]);
      const lease = (await table.acquire('test', 1000))!;
      const after = [
        { id: 'a', seen: position(2), document: { _id: 'a', note: '路灯' } },
        { id: 'b', seen: position(2), document: undefined },
      ];
      await table.write(after, position(2), lease);
      expect(await ids(table, { text: '积水' })).toEqual([]);
      expect(await ids(table, { text: '路灯' })).toEqual(['a']);
    });
  });
};
