import { type DynamicModule, Module } from '@nestjs/common';
import { ConfigModule, registerAs } from '@nestjs/config';
import { TerminusModule } from '@nestjs/terminus';
import { type IntakeLimits, ServiceClient } from '@panshi/messaging';
import { LoggerModule } from 'nestjs-pino';
import type { DestinationStream } from 'pino';
import { type Clock, systemClock } from '@panshi/async';
import { type EventSchemas, knownSchemas } from '../command/event-schemas.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { Readiness } from '../health/readiness.ts';
import { loggingParams } from '../logging/logging.ts';
import { readSettings, type Settings } from '../settings/settings.ts';
import { commandController, queryController } from './controllers.ts';
import { type Platform, PLATFORM } from './platform.ts';
import { platformProviders } from './platform-providers.ts';
import { ServiceRuntime } from './service-runtime.ts';
import { storeProviders } from './stores.ts';
import { CLOCK, EVENT_STORE, KEYS, PICTURES, SCHEMAS, TRANSPORT, TRANSPORT_ENDS, VIEW_STORE } from './tokens.ts';
import { transportProviders } from './transport-providers.ts';

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
        ...transportProviders(options.limits),
        ...platformProviders,
      ],
      exports: [
        Readiness,
        CLOCK,
        EVENT_STORE,
        KEYS,
        PICTURES,
        PLATFORM,
        ServiceClient,
        TRANSPORT,
        TRANSPORT_ENDS,
        VIEW_STORE,
      ],
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
