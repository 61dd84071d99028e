import type { OnApplicationBootstrap } from '@nestjs/common';
import { CommandExecutor } from '../command/command-executor.ts';
import type { Lookup } from '../definition/lookup.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { LiveModel } from '../models/live-model.ts';
import { LiveModels } from '../models/live-models.ts';
import { QueryExecutor } from '../query/query-executor.ts';
import { Reactors } from '../reactors/reactors.ts';
import { freshViews } from '../views/fresh-views.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import type { Platform } from './platform.ts';

/** One service, running: its executors, and beside them its models, projectors, reactors and timers. */
export class ServiceRuntime implements OnApplicationBootstrap {
  readonly definition: ServiceDefinition;
  readonly commands: CommandExecutor;
  readonly queries: QueryExecutor;
  readonly models: LiveModels;
  readonly views: ProjectedViews;
  readonly reactors: Reactors;
  readonly #platform: Platform;

  static async open(definition: ServiceDefinition, platform: Platform): Promise<ServiceRuntime> {
    return new ServiceRuntime(definition, platform, await ProjectedViews.open(definition.views, platform));
  }

  private constructor(definition: ServiceDefinition, platform: Platform, views: ProjectedViews) {
    const { store, schemas, keys, clock, appended, past, provenance, transport } = platform;
    this.#platform = platform;
    platform.includeInPast(definition);
    this.definition = definition;
    this.views = views;
    this.reactors = new Reactors(definition, platform, views);
    this.models = new LiveModels(
      definition.models.map((model) => new LiveModel(model, store, schemas)),
      appended,
    );
    this.commands = new CommandExecutor({
      store,
      clock,
      schemas,
      keys: keys.keys,
      provenance,
      aggregates: definition.aggregates,
      appended: (events, position) => {
        appended.note(
          events.map(({ type }) => type),
          position,
        );
        transport.appended(events, position);
      },
      lookup: async (principal, now, deadline): Promise<Lookup> => {
        await this.models.ready(deadline);
        return {
          views: freshViews(views, appended, deadline),
          principal,
          now,
          model: (model) => this.models.state(model),
        };
      },
    });
    this.queries = new QueryExecutor({
      queries: definition.queries,
      views: definition.views,
      live: views,
      asOf: past.asOf,
      store,
      keys: keys.keys,
      clock,
    });
  }

  onApplicationBootstrap(): void {
    const { lifecycle } = this.#platform;
    for (const model of this.models.all())
      lifecycle.run('views', `model ${model.definition.name}`, (signal) => model.run(signal));
    this.views.start(lifecycle);
    this.reactors.start();
  }
}
