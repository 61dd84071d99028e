import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Rejection } from '@panshi/kernel';
import type { Filter, FindOptions, Scalar } from '../view-reader.ts';
import type { ViewStore } from '../view-store.ts';
import { holdingIn } from './sample-table.ts';
import type { Sample } from './samples.ts';

const codeOf = async (asked: Promise<unknown>): Promise<string> => {
  const error: unknown = await asked.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return error instanceof Rejection ? error.code : `no rejection: ${String(error)}`;
};

/** What no adapter answers, and with which code. */
export const viewRefusalContract = (name: string, open: (clock: () => number) => Promise<ViewStore>): void => {
  describe(`${name}: refusing a question`, () => {
    let store: ViewStore;
    beforeEach(async () => {
      store = await open(() => 0);
    });
    afterEach(() => store.close());
    const holding = (documents: readonly Sample[]) => holdingIn(store, documents);

    it('refuses what is no filter of the subset, or names a field the schema lacks', async () => {
      const table = await holding([{ _id: 'a' }]);
      const bad: unknown[] = [
        { stage: { $regex: '.*' } },
        { stage: { $where: '1' } },
        { stage: { __proto__: null, constructor: 1 } },
        { nowhere: 1 },
        { "stage' OR 1=1 --": 1 },
        { 'labels."x': 1 },
        { stage: {} },
        { stage: { $prefix: undefined } },
        { stage: { $prefix: 3 } },
        { stage: { $in: 'filed' } },
        { stage: { $gt: null } },
        { stage: { $gt: true } },
        { count: { $gt: 1, $lt: 'a' } },
        { count: Number.NaN },
        { count: Number.NEGATIVE_INFINITY },
        { stage: ['a'] },
        { stage: { $exists: 1 } },
        { $or: [] },
        { $and: {} },
        { $or: [null] },
        [],
        'text',
      ];
      for (const filter of bad)
        expect([filter, await codeOf(table.find({ filter: filter as Filter }))]).toEqual([filter, 'view.bad-filter']);
    });

    it('refuses a filter nested without end or with too many values', async () => {
      const table = await holding([]);
      const deep = Array.from({ length: 20 }).reduce<Filter>((filter) => ({ $and: [filter] }), { stage: 'a' });
      const wide: Filter = { stage: { $in: Array.from({ length: 6000 }, (_, i) => `${i}`) } };
      expect(await codeOf(table.count(deep))).toBe('view.bad-filter');
      expect(await codeOf(table.count(wide))).toBe('view.bad-filter');
    });

    it('refuses a page size, sort, box, facet or text it cannot serve', async () => {
      const table = await holding([]);
      const bad: unknown[] = [
        { limit: 0 },
        { limit: 201 },
        { limit: 1.5 },
        { sort: { stage: 2 } },
        { sort: { nowhere: 1 } },
        { sort: { tags: 1 } },
        { sort: { 'items.code': 1 } },
        { within: { field: 'location', west: 2, south: 0, east: 1, north: 1 } },
        { within: { field: 'location', west: Number.NaN, south: 0, east: 1, north: 1 } },
        { within: { field: 'nowhere', west: 0, south: 0, east: 1, north: 1 } },
        { facets: ['nowhere'] },
        { text: '' },
        { text: '"*' },
        { text: '水'.repeat(300) },
      ];
      for (const asked of bad)
        expect([asked, await codeOf(table.find(asked as FindOptions))]).toEqual([asked, 'view.bad-filter']);
    });

    it('refuses a cursor it did not give, or gave for another question', async () => {
      const table = await holding(Array.from({ length: 5 }, (_, i) => ({ _id: `d-${i}`, count: i })));
      const asked: FindOptions = { sort: { count: 1 }, limit: 2 };
      const { next } = await table.find(asked);
      const forged = (values: readonly (Scalar | object)[]): string => {
        const [mark] = JSON.parse(Buffer.from(next!, 'base64url').toString()) as [string];
        return Buffer.from(JSON.stringify([mark, ...values])).toString('base64url');
      };
      const bad = [
        '',
        'x',
        next!.slice(0, -4),
        forged([1]),
        forged([1, 2]),
        forged([{}, 'd-1']),
        forged([1, 'd-1', 'd-2']),
      ];
      for (const cursor of bad)
        expect([cursor, await codeOf(table.find({ ...asked, cursor }))]).toEqual([cursor, 'view.bad-cursor']);
      const others: FindOptions[] = [
        { limit: 2 },
        { ...asked, sort: { count: -1 } },
        { ...asked, filter: { count: 1 } },
      ];
      for (const other of others) expect(await codeOf(table.find({ ...other, cursor: next }))).toBe('view.bad-cursor');
      expect((await table.find({ ...asked, limit: 1, cursor: next })).items.map(({ _id }) => _id)).toEqual(['d-2']);
    });
  });
};
