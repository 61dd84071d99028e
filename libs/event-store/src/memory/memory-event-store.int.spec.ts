import { eventStoreContract } from '../contract/event-store.contract.ts';
import { openMemoryEventStore } from './memory-event-store.ts';

eventStoreContract('memory', async (options) => openMemoryEventStore(options));
