import type { FactoryProvider, Provider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { ThreadedFolds, type ViewStore } from '@panshi/read-model';
import { CommandExecutor } from '../command/command-executor.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { ServiceHealth } from '../health/service-health.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { LiveModels } from '../models/live-models.ts';
import { pastViewSource } from '../query/past-view-source.ts';
import { QueryExecutor } from '../query/query-executor.ts';
import { Reactors } from '../reactors/reactors.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { EVENT_STORE, LEASE_OWNER, SERVICE_DEFINITION, VIEW_STORE } from '../tokens.ts';
import { KeeperServer } from '../views/keeper-server.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { Execution } from './execution.ts';

const projectedViews: FactoryProvider<ProjectedViews> = {
  provide: ProjectedViews,
  inject: [SERVICE_DEFINITION, EVENT_STORE, VIEW_STORE, Lifecycle, LEASE_OWNER, KeeperServer, ThreadedFolds, SETTINGS],
  useFactory: async (
    definition: ServiceDefinition,
    store: EventStore,
    viewStore: ViewStore,
    lifecycle: Lifecycle,
    owner: string,
    keeper: KeeperServer,
    folds: ThreadedFolds,
    { data }: Settings,
  ) => {
    const projected = await ProjectedViews.open(definition.views, { store, viewStore, lifecycle, owner });
    keeper.include(projected.projectors());
    folds.include(pastViewSource(definition, data));
    return projected;
  },
};

const commandExecutor: FactoryProvider<CommandExecutor> = {
  provide: CommandExecutor,
  inject: [Execution],
  useFactory: (execution: Execution) => new CommandExecutor(execution),
};

/** One service: its executors, and beside them its models, projectors, reactors and timers, each running by itself. */
export const featureProviders = (definition: ServiceDefinition): Provider[] => [
  { provide: SERVICE_DEFINITION, useValue: definition },
  projectedViews,
  LiveModels,
  Execution,
  commandExecutor,
  QueryExecutor,
  Reactors,
  ServiceHealth,
];
