import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { matching } from '../matching.ts';
import type { Filter } from '../view-reader.ts';
import type { SeenDocument, ViewStore } from '../view-store.ts';
import { sampleDocuments, samplesCounted } from './sample-documents.ts';
import { holdingIn, position } from './sample-table.ts';
import type { Sample } from './samples.ts';

const facets = ['stage', 'grid', 'urgent', 'count'] as const;

/** What is written at a time: documents, ids deleted, and whether the same is written once more. */
const batches = fc.array(
  fc.record({
    documents: sampleDocuments(12),
    deleted: fc.array(
      fc.integer({ min: 0, max: 12 }).map((i) => `d-${(i * 7) % 100}`),
      { maxLength: 4 },
    ),
    again: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
);

/** How many of the documents have each value of a field. */
const recount = (documents: readonly Sample[], path: (typeof facets)[number]): ReadonlyMap<unknown, number> =>
  new Map(
    [...Map.groupBy(documents, (document) => document[path] ?? null)].map(([value, same]) => [value, same.length]),
  );

/** Totals and facets agree with the documents, whatever has become of them, on any adapter. */
export const viewCountContract = (name: string, open: (clock: () => number) => Promise<ViewStore>): void => {
  describe(`${name}: counting the documents of a view`, () => {
    let store: ViewStore;
    beforeEach(async () => {
      store = await open(() => 0);
    });
    afterEach(() => store.close());

    it('says what a plain recount says, however documents were written, changed, deleted and written again', async () => {
      await fc.assert(
        fc.asyncProperty(
          batches,
          fc.array(samplesCounted, { minLength: 4, maxLength: 4 }),
          async (written, filters) => {
            const table = await holdingIn(store, [], written.length % 2 === 0);
            const lease = (await table.acquire('test', 1000))!;
            const held = new Map<string, Sample>();
            for (const [i, { documents, deleted, again }] of written.entries()) {
              const seen = position(i + 2);
              const gone = deleted.filter((id) => !documents.some(({ _id }) => _id === id));
              const changes: readonly SeenDocument<Sample>[] = [
                ...documents.map((document) => ({ id: document._id, seen, document })),
                ...gone.map((id) => ({ id, seen, document: undefined })),
              ];
              await table.write(changes, seen, lease);
              if (again) await table.write(changes, seen, lease);
              for (const document of documents) held.set(document._id, document);
              for (const id of gone) held.delete(id);
            }
            for (const filter of [{}, ...filters] as Filter[]) {
              const found = [...held.values()].filter(matching(filter));
              const page = await table.find({ filter, limit: 1, total: true, facets });
              expect(page.total).toBe(found.length);
              expect(await table.count(filter)).toBe(found.length);
              for (const path of facets) {
                const counts = page.facets![path]!;
                expect(new Map(counts.map(({ value, count }) => [value, count]))).toEqual(recount(found, path));
                expect(counts.map(({ count }) => count)).toEqual(
                  counts.map(({ count }) => count).toSorted((a, b) => b - a),
                );
              }
            }
          },
        ),
        { numRuns: 40 },
      );
    });
  });
};
