import type { Provider } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import { type EventStore, newOwner } from '@panshi/event-store';
import { ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import { Past, type ViewStore } from '@panshi/read-model';
import type { Clock } from '../clock.ts';
import type { EventSchemas } from '../command/event-schemas.ts';
import { Readiness } from '../health/readiness.ts';
import { StoreProbe } from '../health/store-probe.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { Lifecycle } from './lifecycle.ts';
import { type Platform, PLATFORM } from './platform.ts';
import { CLOCK, EVENT_STORE, KEYS, SCHEMAS, VIEW_STORE } from './tokens.ts';

const lifecycle: Provider = {
  provide: Lifecycle,
  inject: [EVENT_STORE, VIEW_STORE, KEYS, Past],
  useFactory: (store: EventStore, views: ViewStore, keys: Keys, opened: Past) =>
    new Lifecycle(async () => {
      await opened.close();
      await views.close();
      await store.close();
      await keys.close();
    }),
};

const past: Provider = {
  provide: Past,
  inject: [EVENT_STORE],
  useFactory: (events: EventStore) => Past.open({ events }),
};

const readiness: Provider = {
  provide: Readiness,
  inject: [HealthCheckService, PLATFORM],
  useFactory: (health: HealthCheckService, { store, owner, lifecycle }: Platform) =>
    new Readiness(health, new StoreProbe(store, owner), lifecycle),
};

const platform: Provider = {
  provide: PLATFORM,
  inject: [EVENT_STORE, VIEW_STORE, KEYS, CLOCK, SCHEMAS, SETTINGS, ServiceClient, Lifecycle, AppendedTypes, Past],
  useFactory: (
    store: EventStore,
    viewStore: ViewStore,
    keys: Keys,
    clock: Clock,
    schemas: EventSchemas,
    { provenance }: Settings,
    client: ServiceClient,
    lifecycle: Lifecycle,
    appended: AppendedTypes,
    opened: Past,
  ): Platform => ({
    store,
    viewStore,
    keys,
    clock,
    schemas,
    provenance,
    client,
    lifecycle,
    appended,
    past: opened,
    owner: newOwner(),
  }),
};

/** What the services of a process share, beside its stores and its transport. */
export const platformProviders: readonly Provider[] = [AppendedTypes, past, lifecycle, platform, readiness];
