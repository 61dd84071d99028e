import { afterAll } from '@jest/globals';
import { eventStoreContract } from '../contract/event-store.contract.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

const folder = temporaryFolder();
afterAll(() => folder.remove());

eventStoreContract('SQLite', (options) => openSqliteEventStore({ path: folder.file(), ...options }));
