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

const collectionIn = async (url: string, name: string) => {
  const connection = await createConnection(url, { writeConcern: { w: 'majority' } }).asPromise();
  return { documents: (connection.db as mongo.Db).collection(name), close: () => connection.close() };
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
      const board = await collectionIn(built, `view.${caseBoard.name}@${caseBoard.version}.1`);
      const documents = await board.documents.find().toArray();
      const indexes = (await board.documents.indexes()).filter(({ name }) => name !== '_id_');
      await board.close();
      const bulkWrite = async (): Promise<void> => {
        const raw = await collectionIn(server.database(), 'raw');
        for (let at = 0; at < documents.length; at += batch) {
          const operations = documents.slice(at, at + batch).map((document) => ({ insertOne: { document } }));
          await raw.documents.bulkWrite(operations, { ordered: false });
        }
        await raw.documents.createIndexes(indexes.map(({ key, name }) => ({ key, name })));
        await raw.close();
      };
      const ours = () => perSecond(size, () => project(events, server.database()));
      const figures = await interleave(rounds, ours, () => perSecond(size, bulkWrite));
      const note = `case board of ${documents.length} cases on ${server.kind} ÷ bulkWrite and indexing of the same documents`;
      return { unit: 'events/s', ...figures, note };
    } finally {
      await server.stop();
    }
  },
};

/** Views on the MongoDB wire. */
export const projectionMongo: readonly Bench[] = [projectionBench];
