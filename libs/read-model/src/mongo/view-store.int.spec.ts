import { afterAll, beforeAll } from '@jest/globals';
import { mongoKind, type MongoServer, mongoServer } from '../../../../test/components/mongo.ts';
import { describeWithMongo } from '../../../../test/components/mongo-suite.ts';
import { viewStoreContract } from '../contract/view-store.contract.ts';
import { openMongoViewStore } from './open-mongo-view-store.ts';

describeWithMongo('views in MongoDB', () => {
  let server: MongoServer;
  beforeAll(async () => {
    server = await mongoServer();
  });
  afterAll(() => server.stop());

  viewStoreContract('MongoDB', (clock) => openMongoViewStore({ url: server.database(), clock }), {
    nullItems: mongoKind === 'ferretdb',
  });
});
