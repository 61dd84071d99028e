import { randomUUID } from 'node:crypto';
import { describe, it } from '@jest/globals';
import { eventStoreContract } from '../contract/event-store.contract.ts';
import { openKurrentEventStore } from './open.ts';

const url = process.env['KURRENTDB_URL'];

if (url === undefined)
  describe.skip('the event store contract on KurrentDB: no server, KURRENTDB_URL is not set', () => {
    it('runs as it does on SQLite', () => undefined);
  });
else eventStoreContract('KurrentDB', (options) => openKurrentEventStore({ url, log: `t-${randomUUID()}`, ...options }));
