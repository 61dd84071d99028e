import type { ModelDefinition } from '../definition/model.ts';
import type { AppendedTypes } from './appended-types.ts';
import type { LiveModel } from './live-model.ts';

/** A service's models, each up with the log and with what this process itself has appended. */
export class LiveModels {
  readonly #models: ReadonlyMap<ModelDefinition, LiveModel>;
  readonly #appended: AppendedTypes;

  constructor(models: readonly LiveModel[], appended: AppendedTypes) {
    this.#models = new Map(models.map((model) => [model.definition, model]));
    this.#appended = appended;
  }

  /** @throws {Unavailable} `model-behind` at the deadline; `model-failed` */
  async ready(deadline: number): Promise<void> {
    for (const model of this.#models.values())
      await model.waitFor(this.#appended.last(model.definition.from), deadline);
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
