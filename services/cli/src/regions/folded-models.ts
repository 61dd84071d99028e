import { type EventType, eventTypes } from '@panshi/contracts';
import type { EventStore, NewEvent } from '@panshi/event-store';
import type { Typed } from '@panshi/read-model';
import type { ModelDefinition } from '@panshi/service-kit';

/** In-memory models as a log has them, kept up with what is told here and no further. */
export class FoldedModels {
  readonly #states: ReadonlyMap<ModelDefinition, unknown>;

  constructor(models: readonly ModelDefinition[]) {
    this.#states = new Map(models.map((model) => [model, model.create()]));
  }

  /** Takes in all that the log holds for them. */
  async read(store: Pick<EventStore, 'readAll'>): Promise<this> {
    const types = [...this.#states.keys()].flatMap(({ from }) => from);
    for await (const event of store.readAll({ types })) this.tell([event]);
    return this;
  }

  tell(events: readonly NewEvent[]): void {
    for (const event of events) {
      const data = eventTypes[event.type as EventType].fromJSON(event.data);
      for (const [model, state] of this.#states)
        if (model.from.some((type) => type === event.type))
          model.apply(state, { ...event, data } as unknown as Typed<EventType>);
    }
  }

  /** @throws {TypeError} for a model that is not among them */
  state<State>(model: ModelDefinition<State>): State {
    const found = [...this.#states].find(([each]) => each === (model as ModelDefinition));
    if (!found) throw new TypeError(`the model ${model.name} is not folded here`);
    return found[1] as State;
  }
}
