import { eventStoreContract } from '../contract/event-store.contract.ts';
import { openMemoryEventStore } from './in-memory.ts';

eventStoreContract('SQLite in memory', async (options) => openMemoryEventStore(options));
