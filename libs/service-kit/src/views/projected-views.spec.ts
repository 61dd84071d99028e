import { expect, it } from '@jest/globals';
import { openMemoryEventStore } from '@panshi/event-store';
import type { ViewStore, ViewTable } from '@panshi/read-model';
import { lampBoard } from '../../test/sample/sample.definition.ts';
import { ProjectedViews } from './projected-views.ts';

it('a view that was further once is not asked before it is so far again', async () => {
  let checkpoint: string | undefined = '0000000000000007';
  const viewStore = {
    open: async () =>
      ({ checkpoint: async () => checkpoint, witnessed: async () => undefined }) as unknown as ViewTable<never>,
  } as unknown as ViewStore;
  const store = Object.assign(openMemoryEventStore(), { head: async () => '0000000000000009' });
  const views = await ProjectedViews.open([lampBoard], {
    store,
    viewStore,
    owner: 'me',
    lifecycle: undefined as never,
  });
  checkpoint = '0000000000000012';
  expect(await views.whenPassed(['lamp-board'], undefined, Date.now())).toBe(checkpoint);
  checkpoint = '0000000000000010';
  await expect(views.whenPassed(['lamp-board'], undefined, Date.now())).rejects.toMatchObject({ code: 'view.behind' });
  checkpoint = undefined;
  await expect(views.whenPassed(['lamp-board'], undefined, Date.now())).rejects.toMatchObject({ code: 'view.behind' });
  checkpoint = '0000000000000012';
  expect(await views.whenPassed(['lamp-board'], undefined, Date.now())).toBe(checkpoint);
});
