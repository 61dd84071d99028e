import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { ConfigModule, registerAs } from '@nestjs/config';
import type { EventStore } from '@panshi/event-store';
import { InProcessClient, InProcessHub, InProcessServer, type IntakeLimits, ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import type { ViewStore } from '@panshi/read-model';
import { HealthCheckService, TerminusModule } from '@nestjs/terminus';
import { Readiness } from '../health/readiness.ts';
import { StoreProbe } from '../health/store-probe.ts';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { type Clock, systemClock } from '../clock.ts';
import { type EventSchemas, knownSchemas } from '../command/event-schemas.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { loggingParams } from '../logging/logging.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { readSettings, SETTINGS, type Settings } from '../settings/settings.ts';
import { commandController, queryController } from './controllers.ts';
import { Lifecycle } from './lifecycle.ts';
import { PLATFORM, type Platform } from './platform.ts';
import { ServiceRuntime } from './service-runtime.ts';
import { storeProviders } from './stores.ts';
import { CLOCK, EVENT_STORE, KEYS, PICTURES, SCHEMAS, TRANSPORT, VIEW_STORE } from './tokens.ts';

export interface PanshiOptions {
  /** Instead of the environment's. */
  readonly settings?: Settings;
  readonly clock?: Clock;
  /** Of the events; those of proto/ unless told. */
  readonly schemas?: EventSchemas;
  /** Where log lines go; standard output unless told. */
  readonly logTo?: DestinationStream;
  readonly limits?: IntakeLimits;
}

/**
 * Panshi in an ordinary Nest application: `forRoot` once opens the stores, the transport and the rest that the services
 * of a process share; `forFeature` in each service's module turns its definition into controllers and what runs beside.
 */
@Module({})
export class PanshiModule {
  /** @throws {BadSettings} */
  static forRoot(options: PanshiOptions = {}): DynamicModule {
    const settings = options.settings ?? readSettings(process.env);
    const load = registerAs('panshi', () => settings);
    return {
      module: PanshiModule,
      global: true,
      imports: [
        ConfigModule.forRoot({ isGlobal: true, ignoreEnvFile: true, load: [load] }),
        TerminusModule.forRoot({ logger: false }),
        LoggerModule.forRoot(loggingParams(settings.logLevel, options.logTo)),
      ],
      providers: [
        { provide: CLOCK, useValue: options.clock ?? systemClock },
        { provide: SCHEMAS, useValue: options.schemas ?? knownSchemas },
        ...storeProviders,
        ...transport(options.limits),
        AppendedTypes,
        lifecycle,
        platform,
        readiness,
      ],
      exports: [Readiness, CLOCK, EVENT_STORE, KEYS, PICTURES, PLATFORM, ServiceClient, TRANSPORT, VIEW_STORE],
    };
  }

  /** Controllers for the definition's commands and queries; its models, projectors, reactors and timers. */
  static forFeature(definition: ServiceDefinition): DynamicModule {
    const runtime = {
      provide: ServiceRuntime,
      inject: [PLATFORM, Readiness],
      useFactory: async (shared: Platform, ready: Readiness) => {
        const opened = await ServiceRuntime.open(definition, shared);
        ready.include(opened);
        return opened;
      },
    };
    return {
      module: PanshiModule,
      controllers: [commandController(definition), queryController(definition)],
      providers: [runtime],
      exports: [ServiceRuntime],
    };
  }
}

const transport = (limits: IntakeLimits | undefined): readonly Provider[] => [
  InProcessHub,
  { provide: TRANSPORT, inject: [InProcessHub], useFactory: (hub: InProcessHub) => new InProcessServer(hub, limits) },
  {
    provide: ServiceClient,
    inject: [InProcessHub],
    useFactory: (hub: InProcessHub) => new ServiceClient(new InProcessClient(hub)),
  },
];

const lifecycle: Provider = {
  provide: Lifecycle,
  inject: [EVENT_STORE, VIEW_STORE, KEYS],
  useFactory: (store: EventStore, views: ViewStore, keys: Keys) =>
    new Lifecycle(async () => {
      await views.close();
      await store.close();
      await keys.close();
    }),
};

const readiness: Provider = {
  provide: Readiness,
  inject: [HealthCheckService, PLATFORM],
  useFactory: (health: HealthCheckService, { store, owner, lifecycle }: Platform) =>
    new Readiness(health, new StoreProbe(store, owner), lifecycle),
};

const platform: Provider = {
  provide: PLATFORM,
  inject: [EVENT_STORE, VIEW_STORE, KEYS, CLOCK, SCHEMAS, SETTINGS, ServiceClient, Lifecycle, AppendedTypes],
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
    owner: `${hostname()}/${process.pid}/${randomUUID()}`,
  }),
};
