import { afterAll, beforeAll } from '@jest/globals';
import { eventStoreContract } from '../contract/event-store.contract.ts';
import { LocalServer } from './fixtures/local-server.ts';
import { openKurrentEventStore } from './open.ts';

const server = new LocalServer();
beforeAll(() => server.start());
afterAll(() => server.stop());

let logs = 0;
eventStoreContract('KurrentDB, on a local server that speaks its protocol', (options) =>
  openKurrentEventStore({ url: server.url, log: `log-${logs++}`, ...options }),
);
