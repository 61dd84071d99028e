import type { FactoryProvider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { Past, ThreadedFolds } from '@panshi/read-model';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { EVENT_STORE } from '../tokens.ts';
import { SnapshotKeeper } from './snapshot-keeper.ts';

/** After the event store, which has made the log. */
const folds: FactoryProvider<ThreadedFolds> = {
  provide: ThreadedFolds,
  inject: [SETTINGS, EVENT_STORE],
  useFactory: ({ events }: Settings) => new ThreadedFolds(events),
};

const past: FactoryProvider<Past> = {
  provide: Past,
  inject: [ThreadedFolds],
  useFactory: (opened: ThreadedFolds) => new Past({ folds: opened }),
};

const snapshots: FactoryProvider<SnapshotKeeper> = {
  provide: SnapshotKeeper,
  inject: [Past, EVENT_STORE, Lifecycle],
  useFactory: (opened: Past, store: EventStore, lifecycle: Lifecycle) => new SnapshotKeeper(opened, store, lifecycle),
};

/** Views as of the past, which the services of a process fold on one thread. */
export const pastProviders = [folds, past, snapshots] as const;
