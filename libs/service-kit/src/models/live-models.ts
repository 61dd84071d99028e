import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import type { EventSchemas } from '../command/event-schemas.ts';
import type { ModelDefinition } from '../definition/model.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { EVENT_STORE, SCHEMAS, SERVICE_DEFINITION } from '../tokens.ts';
import { AppendedTypes } from './appended-types.ts';
import { LiveModel } from './live-model.ts';

/** A service's models, each up with the log and with what this process itself has appended. */
@Injectable()
export class LiveModels implements OnApplicationBootstrap {
  readonly #models: ReadonlyMap<ModelDefinition, LiveModel>;

  constructor(
    @Inject(SERVICE_DEFINITION) { models }: ServiceDefinition,
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(SCHEMAS) schemas: EventSchemas,
    private readonly appended: AppendedTypes,
    private readonly lifecycle: Lifecycle,
  ) {
    this.#models = new Map(models.map((model) => [model, new LiveModel(model, store, schemas)]));
  }

  onApplicationBootstrap(): void {
    for (const model of this.all())
      this.lifecycle.run('views', `model ${model.definition.name}`, (signal) => model.run(signal));
  }

  /** @throws {Unavailable} `model-behind` at the deadline; `model-failed` */
  async ready(deadline: number): Promise<void> {
    for (const model of this.#models.values()) await model.waitFor(this.appended.last(model.definition.from), deadline);
  }

  /** @throws {TypeError} for a model that the service does not have */
  state<State>(definition: ModelDefinition<State>): State {
    const model = this.#models.get(definition as ModelDefinition);
    if (!model) throw new TypeError(`${definition.name} is no model of this service`);
    return model.state as State;
  }

  all(): Iterable<LiveModel> {
    return this.#models.values();
  }
}
