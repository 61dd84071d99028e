import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { LeaseLost, openMemoryEventStore, StoreUnavailable } from '@panshi/event-store';
import fc from 'fast-check';
import { createConnection } from 'mongoose';
import { type MongoServer, mongoServer } from '../../../../test/components/mongo.ts';
import { describeWithMongo } from '../../../../test/components/mongo-suite.ts';
import { dyingStore } from '../contract/failing-table.ts';
import { sampleDocuments } from '../contract/sample-documents.ts';
import { holdingIn, position } from '../contract/sample-table.ts';
import { type Sample, sampleView } from '../contract/samples.ts';
import { foldTallies, tally, tallyView } from '../contract/tally.ts';
import { Projector } from '../projector/projector.ts';
import { openSqliteViewStore } from '../sqlite/sqlite-view-store.ts';
import type { SeenDocument, ViewStore } from '../view-store.ts';
import { DocumentTooLarge } from './document-too-large.ts';
import { openMongoViewStore } from './open-mongo-view-store.ts';
import { tombstoneMs } from './tombstones.ts';

const seen = (id: string, at: number, stage?: string): SeenDocument<Sample> => ({
  id,
  seen: position(at),
  document: stage === undefined ? undefined : { _id: id, stage },
});

/** The time when a view is begun is the number of its first life. */
const begun = 1_000_000;

describeWithMongo('views in a MongoDB database', () => {
  let server: MongoServer;
  let url: string;
  let now: number;
  let open: ViewStore[];
  beforeAll(async () => {
    server = await mongoServer();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    url = server.database();
    now = begun;
    open = [];
  });
  afterEach(() => Promise.all(open.map((store) => store.close())));
  const opened = async (): Promise<ViewStore> => {
    const store = await openMongoViewStore({ url, clock: () => now });
    open.push(store);
    return store;
  };
  const collection = async <T>(
    name: string,
    work: (found: Awaited<ReturnType<typeof raw>>) => Promise<T>,
  ): Promise<T> => {
    const connection = await createConnection(url).asPromise();
    return work(raw(connection, name)).finally(() => connection.close());
  };
  const raw = (connection: Awaited<ReturnType<ReturnType<typeof createConnection>['asPromise']>>, name: string) =>
    connection.db!.collection<{ _id: string; _seen: string }>(name);

  it('hash as they do in SQLite', async () => {
    const [here, there] = [await opened(), await openSqliteViewStore({ path: ':memory:', clock: () => now })];
    await fc.assert(
      fc.asyncProperty(sampleDocuments(12), async (documents) => {
        const [one, other] = [await holdingIn(here, documents, false), await holdingIn(there, documents, false)];
        expect(await one.hash()).toBe(await other.hash());
      }),
      { numRuns: 20 },
    );
    await there.close();
  });

  it('are shared by processes: what one writes the other reads', async () => {
    const [one, two] = [await (await opened()).open(sampleView()), await (await opened()).open(sampleView())];
    await one.write([seen('a', 1, 'filed')], position(1), (await one.acquire('one', 60_000))!);
    expect([await two.get('a'), await two.checkpoint(), await two.acquire('two', 1000)]).toEqual([
      { _id: 'a', stage: 'filed' },
      position(1),
      undefined,
    ]);
  });

  it('outlive a crash of the server', async () => {
    const table = await (await opened()).open(sampleView());
    await table.write([seen('a', 1, 'filed')], position(1), (await table.acquire('one', 60_000))!);
    await server.kill();
    await server.start();
    const again = await (await opened()).open(sampleView());
    expect([await again.get('a'), await again.checkpoint()]).toEqual([{ _id: 'a', stage: 'filed' }, position(1)]);
  });

  it('take nothing of a projector that lost its lease', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 10_000))!;
    const late = await (await opened()).open(sampleView());
    now += 10_000;
    const newer = (await late.acquire('two', 10_000))!;
    await late.write([seen('a', 9, 'closed')], position(9), newer);
    const many = Array.from({ length: 2500 }, (_, i) => seen(`d-${i}`, 5, 'filed'));
    await expect(table.write([seen('a', 5, 'filed'), ...many], position(5), lease)).rejects.toBeInstanceOf(LeaseLost);
    expect([await late.get('a'), await late.count(), await late.checkpoint()]).toEqual([
      { _id: 'a', stage: 'closed' },
      1,
      position(9),
    ]);
  });

  it('keep a tombstone for a day beyond the checkpoint, against what is late, and hide it', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 10_000))!;
    await table.index(lease);
    await table.write([seen('a', 5, undefined)], position(7), lease);
    expect((await table.load(['a'])).size).toBe(0);
    await table.write([seen('a', 4, 'filed')], position(7), lease);
    expect([await table.count(), await table.get('a')]).toEqual([0, undefined]);
    now += tombstoneMs;
    await table.write([], position(8), lease);
    expect(await collection(`view.samples@1.${begun}`, (found) => found.countDocuments())).toBe(1);
    now += tombstoneMs;
    await table.write([], position(9), lease);
    expect(await collection(`view.samples@1.${begun}`, (found) => found.countDocuments())).toBe(0);
  });

  it('begun anew take nothing of a projector of before, and are seen anew by who reads them', async () => {
    const [one, two] = [await opened(), await opened()];
    const table = await one.open(sampleView());
    const lease = (await table.acquire('one', 10_000))!;
    await table.write([seen('a', 9, 'of another log')], position(9), lease);
    await two.drop('samples', 1);
    const again = await two.open(sampleView());
    await expect(table.write([seen('b', 9, 'late')], position(9), lease)).rejects.toBeInstanceOf(LeaseLost);
    await again.write([seen('a', 1, 'filed')], position(1), (await again.acquire('two', 10_000))!);
    now += 1000;
    expect([await table.get('a'), await table.count(), await table.checkpoint()]).toEqual([
      { _id: 'a', stage: 'filed' },
      1,
      position(1),
    ]);
  });

  it('have the indexes of their schema, each ending in the id', async () => {
    const table = await (await opened()).open(sampleView());
    await table.index((await table.acquire('one', 10_000))!);
    const keys = await collection(`view.samples@1.${begun}`, async (found) =>
      (await found.indexes()).map(({ key }) => key),
    );
    expect(keys).toEqual(
      expect.arrayContaining([
        { stage: 1, _id: 1 },
        { stage: 1, count: -1, _id: -1 },
        { grid: 1, _id: 1 },
        { 'location.lon': 1, 'location.lat': 1, _id: 1 },
        { _terms: 1 },
      ]),
    );
  });

  it('refuse a document of more than 16 MB by its name, with a code', async () => {
    const table = await (await opened()).open(sampleView());
    const lease = (await table.acquire('one', 10_000))!;
    const large = { ...seen('large', 2, 'filed'), document: { _id: 'large', note: '水'.repeat(6 * 1024 * 1024) } };
    const refused = await table
      .write([seen('a', 1, 'filed'), large], position(2), lease)
      .catch((error: Error) => error);
    expect(refused).toBeInstanceOf(DocumentTooLarge);
    expect(refused).toMatchObject({ code: 'view.document-too-large', message: expect.stringContaining('large') });
    expect(await table.checkpoint()).toBeUndefined();
  });

  it('are what one fold of the log gives, whenever their projector dies', async () => {
    const events = openMemoryEventStore();
    const views = await openMongoViewStore({ url });
    open.push(views);
    const lives = fc.sample(
      fc.record({
        ids: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 }),
        add: fc.integer({ min: 1, max: 9 }),
        delete: fc.boolean(),
        dieAt: fc.integer({ min: 1, max: 4 }),
        afterEffect: fc.boolean(),
      }),
      { numRuns: 40, seed: 7 },
    );
    for (const { dieAt, afterEffect, ...data } of lives) {
      const death = new AbortController();
      const store = dyingStore(views, dieAt, afterEffect, () => death.abort());
      const projector = await Projector.open({ events, views: store, view: tallyView(), owner: `life-${dieAt}` });
      const head = await tally(events, data);
      const life = projector.run(death.signal);
      await Promise.race([life, projector.waitFor(head, Date.now() + 5000).catch(() => undefined)]);
      death.abort();
      await life;
    }
    const last = new AbortController();
    const projector = await Projector.open({ events, views, view: tallyView(), owner: 'last' });
    const life = projector.run(last.signal);
    await projector.waitFor(await events.head(), Date.now() + 10_000);
    last.abort();
    await life;
    expect((await projector.table.find()).items).toEqual(await foldTallies(events.readAll()));
  });

  it('answer nothing once closed', async () => {
    const store = await opened();
    const table = await store.open(sampleView());
    await store.close();
    await store.close();
    await expect(table.get('a')).rejects.toBeInstanceOf(StoreUnavailable);
  });

  it('say where no server answers, and name no password', async () => {
    const gone = openMongoViewStore({ url: 'mongodb://panshi:secret@127.0.0.1:1/views' });
    await expect(gone).rejects.toThrow(/no MongoDB answers at mongodb:\/\/127\.0\.0\.1:1\/views/);
  });
});
