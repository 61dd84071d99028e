import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { LeaseLost } from '@panshi/event-store';
import fc from 'fast-check';
import { Error as MongooseError, model } from 'mongoose';
import type { SeenDocument, ViewStore } from '../view-store.ts';
import { sampleDocuments } from './sample-documents.ts';
import { type Sample, sampleView } from './samples.ts';

const position = (n: number): string => String(n).padStart(16, '0');
const seen = (id: string, at: number, stage: string | undefined): SeenDocument<Sample> => ({
  id,
  seen: position(at),
  document: stage === undefined ? undefined : { _id: id, stage },
});

/** What writing a view means, on any adapter: exactly once, fenced, equal when hash-equal. */
export const viewWriteContract = (name: string, open: (clock: () => number) => Promise<ViewStore>): void => {
  describe(`${name}: writing a view`, () => {
    let store: ViewStore;
    let now = 0;
    beforeEach(async () => {
      now = 1_000_000;
      store = await open(() => now);
    });
    afterEach(() => store.close());

    const opened = async () => {
      const table = await store.open(sampleView());
      return { table, lease: (await table.acquire('me', 10_000))! };
    };

    it('has no checkpoint before the first write, then the one written with the documents', async () => {
      const { table, lease } = await opened();
      expect(await table.checkpoint()).toBeUndefined();
      await table.write([seen('a', 3, 'filed')], position(4), lease);
      expect(await table.checkpoint()).toBe(position(4));
      await table.write([], position(7), lease);
      expect(await table.checkpoint()).toBe(position(7));
    });

    it('never moves a checkpoint back', async () => {
      const { table, lease } = await opened();
      await table.write([], position(7), lease);
      await table.write([], position(4), lease);
      expect(await table.checkpoint()).toBe(position(7));
    });

    it('keeps the witness stored with the newest checkpoint, and the one before where none is given', async () => {
      const { table, lease } = await opened();
      expect(await table.witnessed()).toBeUndefined();
      await table.write([], position(1), lease);
      expect(await table.witnessed()).toBeUndefined();
      await table.write([seen('a', 3, 'filed')], position(4), lease, 'first');
      expect(await table.witnessed()).toEqual({ checkpoint: position(4), witness: 'first' });
      await table.write([], position(7), lease);
      expect(await table.witnessed()).toEqual({ checkpoint: position(7), witness: 'first' });
      await table.write([], position(7), lease, 'second');
      await table.write([], position(5), lease, 'late');
      expect(await table.witnessed()).toEqual({ checkpoint: position(7), witness: 'second' });
      await table.drop();
      expect(await (await store.open(sampleView())).witnessed()).toBeUndefined();
    });

    it('writes a document only where the stored one has seen less', async () => {
      const { table, lease } = await opened();
      await table.write([seen('a', 5, 'closed')], position(3), lease);
      await table.write([seen('a', 5, 'filed'), seen('b', 1, 'filed')], position(3), lease);
      await table.write([seen('a', 4, 'filed')], position(3), lease);
      expect(await table.get('a')).toEqual({ _id: 'a', stage: 'closed' });
      expect((await table.load(['a', 'b', 'c'])).get('a')).toEqual(seen('a', 5, 'closed'));
      expect([...(await table.load(['a', 'b', 'c'])).keys()].sort()).toEqual(['a', 'b']);
    });

    it('changes more documents at a time than a server has connections of its own', async () => {
      const { table, lease } = await opened();
      const all = (at: number, stage: string) => Array.from({ length: 250 }, (_, n) => seen(`d${n}`, at, stage));
      await table.write(all(1, 'filed'), position(2), lease);
      await table.write(all(3, 'closed'), position(4), lease);
      expect(await table.count({ stage: 'closed' })).toBe(250);
    });

    it('keeps a deleted document as a tombstone, which a replay cannot pass, until the checkpoint has', async () => {
      const { table, lease } = await opened();
      await table.write([seen('a', 2, 'filed')], position(2), lease);
      await table.write([seen('a', 5, undefined)], position(3), lease);
      expect(await table.get('a')).toBeUndefined();
      expect((await table.load(['a'])).get('a')).toEqual(seen('a', 5, undefined));
      await table.write([seen('a', 5, 'filed')], position(4), lease);
      await table.write([seen('a', 4, 'filed')], position(4), lease);
      expect(await table.count()).toBe(0);
      await table.write([], position(5), lease);
      expect((await table.load(['a'])).size).toBe(0);
    });

    it('lets a document come back after its deletion', async () => {
      const { table, lease } = await opened();
      await table.write([seen('a', 2, undefined)], position(1), lease);
      await table.write([seen('a', 3, 'filed')], position(1), lease);
      expect((await table.load(['a'])).get('a')).toEqual(seen('a', 3, 'filed'));
    });

    it('gives the lease to one owner, renews it, and gives it to another only when it has run out or was released', async () => {
      const { table, lease } = await opened();
      expect(await table.acquire('other', 10_000)).toBeUndefined();
      now += 9_000;
      expect(await table.acquire('me', 10_000)).toEqual(lease);
      now += 9_999;
      expect(await table.acquire('other', 10_000)).toBeUndefined();
      now += 1;
      const second = await table.acquire('other', 10_000);
      expect(second!.fence).toBeGreaterThan(lease.fence);
      await table.release(second!);
      const third = await table.acquire('me', 10_000);
      expect(third!.fence).toBeGreaterThan(second!.fence);
    });

    it('gives a lease away that a clock gave which ran ahead and was set back since', async () => {
      now += 400 * 24 * 3_600_000;
      const { table, lease } = await opened();
      now -= 400 * 24 * 3_600_000;
      expect((await store.list())[0]).toMatchObject({ leased: false });
      expect((await table.acquire('other', 10_000))!.fence).toBeGreaterThan(lease.fence);
    });

    it('refuses whoever lost the lease, and writes nothing of theirs', async () => {
      const { table, lease } = await opened();
      now += 10_000;
      const newer = (await table.acquire('other', 10_000))!;
      await expect(table.write([seen('a', 1, 'filed')], position(1), lease)).rejects.toBeInstanceOf(LeaseLost);
      await expect(table.index(lease)).rejects.toBeInstanceOf(LeaseLost);
      await table.release(lease);
      expect([await table.count(), await table.checkpoint(), await table.indexed()]).toEqual([0, undefined, false]);
      await table.write([seen('a', 1, 'filed')], position(1), newer);
      expect(await table.count()).toBe(1);
    });

    it('holds the lease of each view and each version apart', async () => {
      await opened();
      const next = await store.open(sampleView({ version: 2 }));
      expect(await next.acquire('other', 10_000)).toBeDefined();
    });

    it('is indexed once told so', async () => {
      const { table, lease } = await opened();
      expect(await table.indexed()).toBe(false);
      await table.index(lease);
      await table.index(lease);
      expect(await table.indexed()).toBe(true);
      expect(await (await store.open(sampleView())).indexed()).toBe(true);
    });

    it('keeps parked documents until they are unparked', async () => {
      const { table } = await opened();
      const parked = { view: 'samples', id: 'a', position: position(4), after: position(2), error: 'TypeError: x' };
      await table.park(parked);
      await table.park({ ...parked, id: 'b', after: undefined });
      await table.park({ ...parked, error: 'again' });
      expect(await table.parked()).toEqual([
        { ...parked, error: 'again' },
        { ...parked, id: 'b', after: undefined },
      ]);
      await table.unpark('a');
      expect((await table.parked()).map(({ id }) => id)).toEqual(['b']);
    });

    it('hashes equal exactly where documents are equal, whatever their order and that of their fields', async () => {
      await fc.assert(
        fc.asyncProperty(sampleDocuments(12), sampleDocuments(12), async (some, others) => {
          const hashOf = async (documents: readonly Sample[]): Promise<string> => {
            await store.drop('samples', 1);
            const { table, lease } = await opened();
            const written = documents.map((document) => ({ id: document._id, seen: position(1), document }));
            await table.write(written, position(1), lease);
            return table.hash();
          };
          const turned = [...some]
            .reverse()
            .map((each) => Object.fromEntries(Object.entries(each).reverse()) as Sample & { _id: string });
          const hash = await hashOf(some);
          expect(await hashOf(turned)).toBe(hash);
          const byId = (documents: readonly Sample[]) => new Map(documents.map((each) => [each._id, each]));
          expect((await hashOf(others)) === hash).toBe(equal(byId(some), byId(others)));
        }),
        { numRuns: 40 },
      );
    });

    it('lists its views, and whether each is kept by somebody', async () => {
      const { lease, table } = await opened();
      await store.open(sampleView({ version: 2 }));
      const leased = async () => (await store.list()).map((each) => [each.name, each.version, each.leased]);
      expect(await leased()).toEqual([
        ['samples', 1, true],
        ['samples', 2, false],
      ]);
      now += 69_999;
      expect((await leased())[0]).toEqual(['samples', 1, true]);
      now += 1;
      expect((await leased())[0]).toEqual(['samples', 1, false]);
      await table.acquire('me', 10_000);
      await table.release(lease);
      expect((await leased())[0]).toEqual(['samples', 1, false]);
    });

    it('drops a view with all that belongs to it, and builds it anew', async () => {
      const { table, lease } = await opened();
      await table.write([seen('a', 1, 'filed'), seen('b', 9, undefined)], position(1), lease);
      await table.park({ view: 'samples', id: 'c', position: position(1), after: undefined, error: 'x' });
      await table.drop();
      expect(await store.list()).toEqual([]);
      const again = await opened();
      expect([await again.table.count(), await again.table.checkpoint()]).toEqual([0, undefined]);
      expect([(await again.table.load(['b'])).size, await again.table.parked()]).toEqual([0, []]);
    });

    it('refuses a view whose fields or indexes changed without a new version', async () => {
      await opened();
      await expect(store.open({ ...sampleView(), text: undefined, schema: otherSchema() })).rejects.toThrow(
        /raise its version/,
      );
    });

    it('holds documents that mongoose takes as they are', () => {
      const Model = model('Sample', sampleView().schema, undefined, { overwriteModels: true });
      fc.assert(
        fc.property(sampleDocuments(5), (documents) => {
          for (const document of documents) {
            const cast = new Model(document);
            expect(cast.validateSync()).toBeUndefined();
            expect(cast.toObject({ flattenMaps: true })).toEqual(document);
          }
        }),
        { numRuns: 30 },
      );
      expect(new Model({ _id: 'a', count: 'many' }).validateSync()).toBeInstanceOf(MongooseError.ValidationError);
    });
  });
};

const otherSchema = () => {
  const schema = sampleView().schema.clone();
  schema.index({ note: 1 });
  return schema;
};

const equal = (a: ReadonlyMap<string, Sample>, b: ReadonlyMap<string, Sample>): boolean =>
  a.size === b.size &&
  [...a].every(([id, document]) => JSON.stringify(sortKeys(document)) === JSON.stringify(sortKeys(b.get(id))));

const sortKeys = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sortKeys(each)]);
};
