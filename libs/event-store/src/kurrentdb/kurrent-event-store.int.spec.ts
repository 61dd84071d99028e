import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import { describeWithKurrent } from '../../../../test/components/kurrent-suite.ts';
import { type KurrentServer, startKurrent } from '../../../../test/components/kurrentdb.ts';
import { eventStoreContract } from '../contract/event-store.contract.ts';
import { openKurrentEventStore } from './open.ts';

describeWithKurrent('a real KurrentDB', () => {
  let server: KurrentServer;
  beforeAll(async () => {
    server = await startKurrent();
  }, 120_000);
  afterAll(() => server?.stop());

  eventStoreContract('KurrentDB', (options) =>
    openKurrentEventStore({ url: server.url, log: `t-${randomUUID()}`, ...options }),
  );
});
