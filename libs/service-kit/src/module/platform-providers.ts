import type { Provider } from '@nestjs/common';
import { HealthCheckService } from '@nestjs/terminus';
import { type EventStore, newOwner } from '@panshi/event-store';
import { ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import { Past, type ViewStore } from '@panshi/read-model';
import type { Clock } from '@panshi/async';
import type { EventSchemas } from '../command/event-schemas.ts';
import { Readiness } from '../health/readiness.ts';
import { StoreProbe } from '../health/store-probe.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { heedHints } from './heed-hints.ts';
import { Lifecycle } from './lifecycle.ts';
import { type Platform, PLATFORM } from './platform.ts';
import { CLOCK, EVENT_STORE, KEYS, SCHEMAS, TRANSPORT_ENDS, VIEW_STORE } from './tokens.ts';
import type { Transport } from './transport.ts';

const lifecycle: Provider = {
  provide: Lifecycle,
  inject: [EVENT_STORE, VIEW_STORE, KEYS, Past, TRANSPORT_ENDS],
  useFactory: (store: EventStore, views: ViewStore, keys: Keys, opened: Past, transport: Transport) =>
    new Lifecycle(async () => {
      await transport.close();
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
  useFactory: (health: HealthCheckService, { store, owner, lifecycle, transport }: Platform) =>
    new Readiness(health, new StoreProbe(store, owner), lifecycle, transport),
};

const platform: Provider = {
  provide: PLATFORM,
  inject: [
    EVENT_STORE,
    VIEW_STORE,
    KEYS,
    CLOCK,
    SCHEMAS,
    SETTINGS,
    ServiceClient,
    TRANSPORT_ENDS,
    Lifecycle,
    AppendedTypes,
    Past,
  ],
  useFactory: (
    store: EventStore,
    viewStore: ViewStore,
    keys: Keys,
    clock: Clock,
    schemas: EventSchemas,
    { provenance }: Settings,
    client: ServiceClient,
    transport: Transport,
    lifecycle: Lifecycle,
    appended: AppendedTypes,
    opened: Past,
  ): Platform => {
    transport.onAppended(heedHints(store, appended));
    return {
      store,
      viewStore,
      keys,
      clock,
      schemas,
      provenance,
      client,
      transport,
      lifecycle,
      appended,
      past: opened,
      owner: newOwner(),
    };
  },
};

/** What the services of a process share, beside its stores and its transport. */
export const platformProviders: readonly Provider[] = [AppendedTypes, past, lifecycle, platform, readiness];
