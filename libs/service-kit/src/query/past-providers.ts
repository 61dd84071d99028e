import type { FactoryProvider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { Past, ThreadedFolds } from '@panshi/read-model';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { EVENT_STORE } from '../tokens.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';

/** Views as of the past, which the services of a process fold on one thread, from the log that the event store has made. */
export const pastProviders: readonly FactoryProvider[] = [
  {
    provide: ThreadedFolds,
    inject: [SETTINGS, EVENT_STORE],
    useFactory: ({ events }: Settings) => new ThreadedFolds(events),
  },
  { provide: Past, inject: [ThreadedFolds], useFactory: (folds: ThreadedFolds) => new Past({ folds }) },
  {
    provide: SnapshotKeeper,
    inject: [Past, EVENT_STORE, Lifecycle],
    useFactory: (past: Past, store: EventStore, lifecycle: Lifecycle) => new SnapshotKeeper(past, store, lifecycle),
  },
];
