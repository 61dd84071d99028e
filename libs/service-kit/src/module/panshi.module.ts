import { type DynamicModule, type FactoryProvider, Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { type EventStore, newOwner } from '@panshi/event-store';
import type { IntakeLimits } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import { Past, type ViewStore } from '@panshi/read-model';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { type Clock, systemClock } from '@panshi/async';
import { type EventSchemas, knownSchemas } from '../command/event-schemas.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { Readiness } from '../health/readiness.ts';
import { StoreProbe } from '../health/store-probe.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { loggingParams } from '../logging/logging.ts';
import { pastProviders } from '../query/past-providers.ts';
import { readSettings, SETTINGS, type Settings } from '../settings/settings.ts';
import { storeProviders } from '../stores/store-providers.ts';
import { CLOCK, EVENT_STORE, KEYS, LEASE_OWNER, SCHEMAS, TRANSPORT, VIEW_STORE } from '../tokens.ts';
import { transportProviders } from '../transport/transport-providers.ts';
import type { Transport } from '../transport/transport.ts';
import { KeeperServer } from '../views/keeper-server.ts';
import { commandController, pingController, queryController } from './controllers.ts';
import { featureProviders } from './feature-providers.ts';

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

const lifecycle: FactoryProvider<Lifecycle> = {
  provide: Lifecycle,
  inject: [EVENT_STORE, VIEW_STORE, KEYS, Past, TRANSPORT],
  useFactory: (store: EventStore, views: ViewStore, keys: Keys, opened: Past, transport: Transport) =>
    new Lifecycle(async () => {
      for (const each of [transport, opened, views, store, keys]) await each.close();
    }),
};

/**
 * Panshi in an ordinary Nest application: `forRoot` once opens the stores, the transport and the rest that the services
 * of a process share; `forFeature` in each service's module turns its definition into controllers and what runs beside.
 */
@Module({})
export class PanshiModule {
  /** @throws {BadSettings} */
  static forRoot(options: PanshiOptions = {}): DynamicModule {
    const settings = options.settings ?? readSettings(process.env);
    const shared = [
      { provide: SETTINGS, useValue: settings },
      { provide: CLOCK, useValue: options.clock ?? systemClock },
      { provide: SCHEMAS, useValue: options.schemas ?? knownSchemas },
      { provide: LEASE_OWNER, useFactory: newOwner },
      ...storeProviders,
      ...transportProviders(options.limits),
      ...pastProviders,
      lifecycle,
      Readiness,
      KeeperServer,
    ];
    return {
      module: PanshiModule,
      global: true,
      imports: [
        TerminusModule.forRoot({ logger: false }),
        LoggerModule.forRoot(loggingParams(settings.logLevel, options.logTo)),
      ],
      providers: [...shared, StoreProbe],
      exports: shared,
    };
  }

  /** Controllers for the definition's commands and queries; its models, projectors, reactors and timers. */
  static forFeature(definition: ServiceDefinition): DynamicModule {
    return {
      module: PanshiModule,
      controllers: [commandController(definition), queryController(definition), pingController(definition)],
      providers: featureProviders(definition),
    };
  }
}
