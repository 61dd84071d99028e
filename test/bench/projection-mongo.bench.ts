import { caseBoard } from '@panshi/case';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { openMongoViewStore, Projector } from '@panshi/read-model';
import { createConnection, type mongo } from 'mongoose';
import { mongoServer } from '../components/mongo.ts';
import { interleave, perSecond, type Bench } from './bench.ts';
import { caseLog } from './case-log.ts';

const size = 100_000;
const rounds = 3;
const batch = 1000;

/** Brings the case board of a log into an empty database. */
const project = async (events: EventStore, url: string): Promise<void> => {
  const views = await openMongoViewStore({ url });
  const stop = new AbortController();
  const onError = (error: unknown): never => {
    throw error;
  };
  const projector = await Projector.open({ events, views, view: caseBoard, owner: 'bench', onError });
  const running = projector.run(stop.signal);
  await projector.waitFor(await events.head(), Date.now() + 600_000);
  stop.abort();
  await running;
  await views.close();
};

const connected = async (url: string): Promise<{ db: mongo.Db; close: () => Promise<void> }> => {
  const connection = await createConnection(url, { writeConcern: { w: 'majority' } }).asPromise();
  return { db: connection.db as mongo.Db, close: () => connection.close() };
};

interface Built {
  readonly documents: readonly mongo.Document[];
  readonly indexes: readonly mongo.IndexDescription[];
}

/** What a view was built of. */
const builtIn = async (url: string): Promise<Built> => {
  const { db, close } = await connected(url);
  const names = (await db.listCollections().toArray()).map(({ name }) => name);
  const [name] = names.filter((each) => each.startsWith(`view.${caseBoard.name}@`));
  const collection = db.collection(name!);
  const documents = await collection.find().toArray();
  const indexes = (await collection.indexes())
    .filter(({ name: index }) => index !== '_id_')
    .map(({ key, name: index, sparse }) => ({ key, name: index, ...(sparse && { sparse }) }));
  await close();
  return { documents, indexes };
};

const projectionBench: Bench = {
  name: 'projection.mongo',
  run: async () => {
    const server = await mongoServer();
    try {
      const events = openMemoryEventStore();
      await events.import(caseLog(size));
      const built = server.database();
      await project(events, built);
      const { documents, indexes } = await builtIn(built);
      let writingMs = 0;
      const bulkWrite = async (): Promise<void> => {
        const { db, close } = await connected(server.database());
        const began = performance.now();
        for (let at = 0; at < documents.length; at += batch) {
          const operations = documents.slice(at, at + batch).map((document) => ({ insertOne: { document } }));
          await db.collection('raw').bulkWrite(operations, { ordered: false });
        }
        writingMs = performance.now() - began;
        await db.collection('raw').createIndexes([...indexes]);
        await close();
      };
      const ours = () => perSecond(size, () => project(events, server.database()));
      const figures = await interleave(rounds, ours, () => perSecond(size, bulkWrite));
      const alone = ((figures.value * writingMs) / size / 1000).toFixed(2);
      const note =
        `case board of ${documents.length} cases on ${server.kind} ÷ bulkWrite of the same documents and building its ` +
        `${indexes.length} indexes (÷ bulkWrite of them without any index: ${alone})`;
      return { unit: 'events/s', ...figures, note };
    } finally {
      await server.stop();
    }
  },
};

/** Views on the MongoDB wire. */
export const projectionMongo: readonly Bench[] = [projectionBench];
