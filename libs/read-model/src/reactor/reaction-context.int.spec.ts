import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { holdingIn } from '../contract/sample-table.ts';
import { type Sample, sampleView } from '../contract/samples.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { ViewStore, ViewTable } from '../view-store.ts';
import { reactionContext } from './reaction-context.ts';

describe('what a reaction may look up', () => {
  let views: ViewStore;
  let table: ViewTable<Sample>;
  const documents = Array.from({ length: 450 }, (_, i): Sample => ({ _id: `d-${i}`, count: i % 2 }));
  beforeAll(async () => {
    views = await openSqliteViewStore({ path: ':memory:' });
    table = await holdingIn(views, documents);
  });
  afterAll(() => views.close());
  const context = (named: readonly string[]) =>
    reactionContext({ name: 'r', views: named.map((name) => sampleView({ name })) }, { of: () => table as never });

  it('is one document by its id', async () => {
    expect(await context(['samples']).get(sampleView(), 'd-7')).toEqual({ _id: 'd-7', count: 1 });
    expect(await context(['samples']).get(sampleView(), 'none')).toBeUndefined();
  });

  it('is every document that matches, in order of id, however many', async () => {
    const found: string[] = [];
    for await (const { _id } of context(['samples']).all(sampleView(), { count: 1 })) found.push(_id);
    const expected = documents.filter(({ count }) => count === 1).map(({ _id }) => _id);
    expect(found).toEqual(expected.sort());
  });

  it('is nothing of a view its reactor does not name, which may not have passed the event', async () => {
    await expect(context(['others']).get(sampleView(), 'd-7')).rejects.toThrow('r does not name the view samples');
  });
});
