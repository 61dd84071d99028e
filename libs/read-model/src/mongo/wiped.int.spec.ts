import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { LeaseLost, openMemoryEventStore, StoreUnavailable } from '@panshi/event-store';
import { createConnection } from 'mongoose';
import { type MongoServer, mongoServer } from '../../../../test/components/mongo.ts';
import { describeWithMongo } from '../../../../test/components/mongo-suite.ts';
import { position } from '../contract/sample-table.ts';
import { sampleView } from '../contract/samples.ts';
import { foldTallies, tally, tallyView } from '../contract/tally.ts';
import { Projector } from '../projector/projector.ts';
import type { ViewStore } from '../view-store.ts';
import { openMongoViewStore } from './open-mongo-view-store.ts';

const filed = { id: 'a', seen: position(5), document: { _id: 'a', stage: 'filed' } };

describeWithMongo('views wiped under their projector', () => {
  let server: MongoServer;
  let url: string;
  let store: ViewStore;
  beforeAll(async () => {
    server = await mongoServer();
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = server.database();
    store = await openMongoViewStore({ url });
  });
  afterEach(() => store.close());

  /** Collection by collection: a FerretDB whose whole database is dropped while it is used was seen to crash. */
  const wipe = async (): Promise<void> => {
    const connection = await createConnection(url).asPromise();
    for (const { name } of await connection.db!.listCollections().toArray()) await connection.db!.dropCollection(name);
    await connection.close();
  };

  const wiped = async () => {
    const table = await store.open(sampleView());
    const lease = (await table.acquire('one', 10_000))!;
    await table.index(lease);
    await table.write([filed], position(5), lease);
    await wipe();
    return { table, lease };
  };

  it('are begun anew by whoever asks for the lease, which is another than before, even to the same', async () => {
    const { table, lease } = await wiped();
    const again = (await table.acquire('one', 10_000))!;
    expect(again.fence).toBeGreaterThan(lease.fence);
    expect([await table.checkpoint(), await table.indexed()]).toEqual([undefined, false]);
    await expect(table.write([filed], position(6), lease)).rejects.toBeInstanceOf(LeaseLost);
    await table.write([filed], position(5), again);
    expect([await table.get('a'), await table.count()]).toEqual([filed.document, 1]);
  });

  it('are not taken for empty, by readers nor by a fold', async () => {
    const { table } = await wiped();
    for (const read of [() => table.get('a'), () => table.find(), () => table.count(), () => table.load(['a'])])
      await expect(read()).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('and begun anew by another process are not taken for whole before they are as far again', async () => {
    const { table } = await wiped();
    const other = await openMongoViewStore({ url });
    const begun = await other.open(sampleView());
    const lease = (await begun.acquire('two', 10_000))!;
    await begun.write([], position(3), lease);
    expect(await table.checkpoint()).toBe(position(3));
    await expect(table.get('a')).rejects.toBeInstanceOf(StoreUnavailable);
    await begun.write([filed], position(5), lease);
    expect([await table.get('a'), await table.get('b')]).toEqual([filed.document, undefined]);
    await other.close();
  });

  it('are folded anew by it, whether or not anything happens', async () => {
    const events = openMemoryEventStore();
    const view = tallyView();
    const projector = await Projector.open({ events, views: store, view, owner: 'one', leaseMs: 300 });
    const ending = new AbortController();
    const running = projector.run(ending.signal);
    const head = await tally(events, { ids: ['a', 'b'] });
    await projector.waitFor(head, Date.now() + 10_000);
    await wipe();
    while ((await projector.table.checkpoint()) !== head) await delay(10);
    await wipe();
    const last = await tally(events, { ids: ['b', 'c'] });
    while ((await projector.table.checkpoint()) !== last) await delay(10);
    ending.abort();
    await running;
    expect((await projector.table.find({ sort: { _id: 1 } })).items).toEqual(await foldTallies(events.readAll()));
  });
});
