import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { LeaseLost } from '@panshi/event-store';
import fc from 'fast-check';
import { type MongoServer, mongoServer } from '../../../../test/components/mongo.ts';
import { describeWithMongo } from '../../../../test/components/mongo-suite.ts';
import { position } from '../contract/sample-table.ts';
import { type Sample, sampleView } from '../contract/samples.ts';
import type { SeenDocument } from '../view-store.ts';
import type { MongoConnection } from '@panshi/database/mongo';
import { openViewsDatabase } from './connect.ts';
import { collectionOf, layoutOf } from './layout.ts';
import { putNewer } from './put-newer.ts';
import { notDeleted, type Stored, toStored } from './stored.ts';
import { type ViewRecord, ViewRecords } from './view-records.ts';
import { writeFenced } from './write.ts';

/** A log of two documents: what each event does to one, or that it deletes it. */
const logs = fc.array(fc.record({ id: fc.constantFrom('a', 'b'), add: fc.option(fc.integer({ min: 1, max: 9 })) }), {
  minLength: 1,
  maxLength: 12,
});

type Log = readonly { readonly id: string; readonly add: number | null }[];

/** The documents after the first `count` events, as a projector would write them. */
const folded = (log: Log, count: number): readonly SeenDocument<Sample>[] => {
  const documents = new Map<string, SeenDocument<Sample>>();
  log.slice(0, count).forEach(({ id, add }, i) => {
    const before = documents.get(id)?.document?.count ?? 0;
    const document = add === null ? undefined : { _id: id, count: before + add };
    documents.set(id, { id, seen: position(i + 1), document });
  });
  return [...documents.values()];
};

const now = 1_000_000;
const rows = (documents: readonly SeenDocument<Sample>[]) =>
  documents.map((each) => toStored<Sample>({ text: undefined }, each, now));

describeWithMongo('a write to MongoDB by two projectors', () => {
  let server: MongoServer;
  let connection: MongoConnection;
  beforeAll(async () => {
    server = await mongoServer();
    connection = await openViewsDatabase(server.database());
  });
  afterAll(async () => {
    await connection.close();
    await server.stop();
  });
  let version = 0;

  it('leaves what one fold gives, though the messages of the one that lost its lease come between or after', async () => {
    await fc.assert(
      fc.asyncProperty(logs, fc.nat(), fc.nat(), fc.nat(), async (log, a, b, c) => {
        const { db } = connection;
        const records = new ViewRecords(db);
        const layout = layoutOf(sampleView({ version: ++version }));
        const begun = await records.open(layout, 0);
        const documents = (record: ViewRecord) => db.collection<Stored>(collectionOf(record));
        const lease = async (owner: string, at: number) => {
          const { fence } = (await records.acquire(layout, owner, at, 10))!;
          return { name: begun._id, owner, fence };
        };
        const stale = await lease('stale', 0);
        const holder = await lease('holder', 10);
        // It looked at its lease before it lost it: what follows from that is still on its way.
        const late = { records: { heldBy: async () => begun, advance: records.advance.bind(records) }, documents };
        const [first, behind, ahead] = [a, b, c].map((n) => n % (log.length + 1)) as [number, number, number];
        const write = (count: number) =>
          writeFenced({ records, documents }, rows(folded(log, count)), position(count), holder);
        const writeLate = (count: number) =>
          expect(writeFenced(late, rows(folded(log, count)), position(99), stale)).rejects.toBeInstanceOf(LeaseLost);

        await write(first);
        await writeLate(ahead);
        await write(log.length);
        await writeLate(behind);
        const there = await documents(begun)
          .find(notDeleted)
          .map(({ _id, ...rest }) => [_id, (rest as unknown as Sample).count])
          .toArray();
        const expected = folded(log, log.length).filter(({ document }) => document);
        expect(there.sort()).toEqual(expected.map(({ id, document }) => [id, document!.count]).sort());
        expect((await records.read(begun._id))!.checkpoint).toBe(position(log.length));
      }),
      { numRuns: 40 },
    );
  });

  it('is not misled by what others write between its look and its own writes', async () => {
    const documents = connection.db.collection<Stored>('raced');
    await documents.insertOne({ _id: 'overtaken', _seen: position(1) });
    const find = documents.find.bind(documents);
    const others = async (): Promise<void> => {
      await documents.insertOne({ _id: 'taken', _seen: position(1) });
      await documents.replaceOne({ _id: 'overtaken' }, { _seen: position(9) });
    };
    let looked = false;
    documents.find = ((...asked: Parameters<typeof find>) => ({
      toArray: async () => {
        const found = await find(...asked).toArray();
        if (!looked) await others();
        looked = true;
        return found;
      },
    })) as never;
    await putNewer(
      documents,
      ['taken', 'overtaken', 'new'].map((_id) => ({ _id, _seen: position(2) })),
    );
    const stored = await find().toArray();
    expect(new Map(stored.map(({ _id, _seen }) => [_id, _seen]))).toEqual(
      new Map([
        ['taken', position(2)],
        ['overtaken', position(9)],
        ['new', position(2)],
      ]),
    );
  });
});
