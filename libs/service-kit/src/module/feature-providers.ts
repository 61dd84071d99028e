import type { FactoryProvider, Provider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import type { Keys } from '@panshi/privacy';
import { Past, ThreadedFolds, type ViewStore } from '@panshi/read-model';
import type { Clock } from '@panshi/async';
import { CommandExecutor } from '../command/command-executor.ts';
import type { EventSchemas } from '../command/event-schemas.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { ServiceHealth } from '../health/service-health.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { AppendedTypes } from '../models/appended-types.ts';
import { LiveModels } from '../models/live-models.ts';
import { pastOf } from '../query/past-of.ts';
import { QueryExecutor } from '../query/query-executor.ts';
import { Reactors } from '../reactors/reactors.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import {
  CLOCK,
  EVENT_STORE,
  KEYS,
  LEASE_OWNER,
  SCHEMAS,
  SERVICE_DEFINITION,
  TRANSPORT,
  VIEW_STORE,
} from '../tokens.ts';
import type { Transport } from '../transport/transport.ts';
import { freshViews } from '../views/fresh-views.ts';
import { ProjectedViews } from '../views/projected-views.ts';

const projectedViews: FactoryProvider<ProjectedViews> = {
  provide: ProjectedViews,
  inject: [SERVICE_DEFINITION, EVENT_STORE, VIEW_STORE, Lifecycle, LEASE_OWNER],
  useFactory: (
    { views }: ServiceDefinition,
    store: EventStore,
    viewStore: ViewStore,
    lifecycle: Lifecycle,
    owner: string,
  ) => ProjectedViews.open(views, { store, viewStore, lifecycle, owner }),
};

const commandExecutor: FactoryProvider<CommandExecutor> = {
  provide: CommandExecutor,
  inject: [
    SERVICE_DEFINITION,
    EVENT_STORE,
    KEYS,
    CLOCK,
    SCHEMAS,
    SETTINGS,
    TRANSPORT,
    AppendedTypes,
    LiveModels,
    ProjectedViews,
  ],
  useFactory: (
    { aggregates }: ServiceDefinition,
    store: EventStore,
    { keys }: Keys,
    clock: Clock,
    schemas: EventSchemas,
    { provenance }: Settings,
    transport: Transport,
    appended: AppendedTypes,
    models: LiveModels,
    views: ProjectedViews,
  ) =>
    new CommandExecutor({
      aggregates,
      store,
      keys,
      clock,
      schemas,
      provenance,
      appended: (events, position) => {
        appended.note(
          events.map(({ type }) => type),
          position,
        );
        transport.appended(events, position);
      },
      lookup: async (principal, now, deadline) => {
        await models.ready(deadline);
        return {
          views: freshViews(views, appended, deadline),
          principal,
          now,
          model: (model) => models.state(model),
        };
      },
    }),
};

const queryExecutor: FactoryProvider<QueryExecutor> = {
  provide: QueryExecutor,
  inject: [SERVICE_DEFINITION, EVENT_STORE, KEYS, CLOCK, Past, ThreadedFolds, SETTINGS, ProjectedViews],
  useFactory: (
    definition: ServiceDefinition,
    store: EventStore,
    { keys }: Keys,
    clock: Clock,
    { asOf }: Past,
    folds: ThreadedFolds,
    { data }: Settings,
    live: ProjectedViews,
  ) => {
    const { queries, views } = definition;
    folds.include(pastOf(definition, data));
    return new QueryExecutor({ queries, views, live, asOf, store, keys, clock });
  },
};

/** One service: its executors, and beside them its models, projectors, reactors and timers, each running by itself. */
export const featureProviders = (definition: ServiceDefinition): Provider[] => [
  { provide: SERVICE_DEFINITION, useValue: definition },
  projectedViews,
  LiveModels,
  commandExecutor,
  queryExecutor,
  Reactors,
  ServiceHealth,
];
