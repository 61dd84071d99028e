import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLost } from '@panshi/event-store';
import type { SeenDocument, ViewStore } from '../view-store.ts';
import { position } from './sample-table.ts';
import { type Sample, sampleView } from './samples.ts';

const filed = (id: string, at: number): SeenDocument<Sample> => ({
  id,
  seen: position(at),
  document: { _id: id, stage: 'filed' },
});

/** What it means that one view takes the place of another, on any adapter. */
export const viewReplaceContract = (name: string, open: (clock: () => number) => Promise<ViewStore>): void => {
  describe(`${name}: a view in the place of another`, () => {
    let store: ViewStore;
    let now = 0;
    beforeEach(async () => {
      now = 1_000_000;
      store = await open(() => now);
    });
    afterEach(() => store.close());

    const parked = (id: string) => ({ view: 'samples', id, position: position(2), after: undefined, error: 'E' });

    const opened = async () => {
      const table = await store.open(sampleView());
      const lease = (await table.acquire('me', 10_000))!;
      await table.write([filed('old', 1)], position(3), lease, 'before');
      await table.index(lease);
      await table.park(parked('x'));
      await table.park(parked('y'));
      return { table, lease };
    };
    const built = async (id: string) => {
      const table = await store.open({ ...sampleView(), name: 'samples-anew' });
      const lease = (await table.acquire('me', 10_000))!;
      await table.write([filed(id, 4)], position(5), lease, 'after');
      await table.index(lease);
      await table.park(parked('y'));
      return { table, lease };
    };

    it('has its documents, parked documents, checkpoint and witness, again and again', async () => {
      const { table, lease } = await opened();
      for (const id of ['one', 'two']) {
        now += 5;
        const other = await built(id);
        const hash = await other.table.hash();
        await table.replaceBy('samples-anew', other.lease, lease);
        expect([await table.hash(), await table.count(), await table.indexed()]).toEqual([hash, 1, true]);
        expect(await table.witnessed()).toEqual({ checkpoint: position(5), witness: 'after' });
        expect((await table.parked()).map((each) => each.id)).toEqual(['y']);
        expect((await table.find({ filter: { stage: 'filed' } })).items).toEqual([{ _id: id, stage: 'filed' }]);
      }
      expect((await store.list()).map((each) => each.name)).toEqual(['samples']);
      await table.write([filed('two', 6), filed('three', 6)], position(6), lease);
      expect(await table.count()).toBe(2);
    });

    it.each(['its', 'mine'] as const)('does not come there when %s lease was lost', async (whose) => {
      const { table, lease } = await opened();
      const other = await built('one');
      const hash = await table.hash();
      now += 20_000;
      await (whose === 'its' ? other.table : table).acquire('thief', 10_000);
      await expect(table.replaceBy('samples-anew', other.lease, lease)).rejects.toBeInstanceOf(LeaseLost);
      expect([await table.hash(), await table.checkpoint()]).toEqual([hash, position(3)]);
      expect(await other.table.checkpoint()).toBe(position(5));
    });

    it('is kept by whoever holds the lease while it lasts', async () => {
      const table = await store.open(sampleView());
      expect(await table.keeper()).toBeUndefined();
      const lease = (await table.acquire('me', 10_000))!;
      expect(await table.keeper()).toBe('me');
      await table.release(lease);
      expect(await table.keeper()).toBeUndefined();
      await table.acquire('you', 10_000);
      now += 10_000;
      expect(await table.keeper()).toBeUndefined();
    });
  });
};
