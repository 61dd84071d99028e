import { eventTypes, type EventType } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type {
  Filter,
  ReactionContext,
  Typed,
  ViewDefinition,
  ViewDocument,
  ViewReader,
  Views,
} from '@panshi/read-model';
import type { ModelDefinition } from '@panshi/service-kit';
import { MemoryView } from './memory-view.ts';

/** Applies an event to one fold. */
type Application = (event: Typed<EventType>) => void;

/** What the services of a simulation know: their models, and views folded in memory; never behind the log. */
export class World implements Views, ReactionContext {
  readonly #models = new Map<ModelDefinition, unknown>();
  readonly #views = new Map<ViewDefinition, MemoryView>();
  readonly #applications = new Map<string, Application[]>();

  /** @param views those that reactors, timers and look-ups read; folding the others would be for nothing */
  constructor(models: readonly ModelDefinition[], views: readonly ViewDefinition[]) {
    for (const model of models) this.#addModel(model);
    for (const view of views) this.#addView(view);
  }

  /** Folds an event everywhere; as read from a log, so that absent fields have their defaults. */
  apply(event: RecordedEvent): Typed<EventType> {
    const data = eventTypes[event.type as EventType].fromJSON(event.data);
    const typed = { ...event, data } as unknown as Typed<EventType>;
    for (const apply of this.#applications.get(event.type) ?? []) apply(typed);
    return typed;
  }

  /** @throws {TypeError} for a model that no service here has */
  model<State>(definition: Pick<ModelDefinition<State>, 'name' | 'create'>): State {
    const model = definition as ModelDefinition;
    if (!this.#models.has(model)) throw new TypeError(`no service here has the model ${model.name}`);
    return this.#models.get(model) as State;
  }

  of<Doc extends ViewDocument>(view: ViewDefinition<Doc>): MemoryView<Doc> & ViewReader<Doc> {
    const found = this.#views.get(view as unknown as ViewDefinition);
    if (!found) throw new TypeError(`view ${view.name} is not folded in this simulation`);
    return found as unknown as MemoryView<Doc>;
  }

  async get<Doc extends ViewDocument>(view: ViewDefinition<Doc>, id: string): Promise<Doc | undefined> {
    return this.of(view).document(id);
  }

  async *all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter): AsyncIterable<Doc> {
    yield* (await this.of(view).find({ filter })).items;
  }

  /** Shows each document of a view whenever an event touches it. */
  watch<Doc extends ViewDocument>(view: ViewDefinition<Doc>, listener: (document: Doc) => void): void {
    this.of(view).watchers.push(listener);
  }

  #addModel(model: ModelDefinition): void {
    const state = model.create();
    this.#models.set(model, state);
    this.#on(model.from, (event) => model.apply(state, event as never));
  }

  #addView(view: ViewDefinition): void {
    if (this.#views.has(view)) return;
    const memory = new MemoryView(view);
    this.#views.set(view, memory);
    this.#on(view.from, (event) => memory.apply(event as never));
  }

  #on(types: readonly string[], apply: Application): void {
    for (const type of types) {
      const applications = this.#applications.get(type);
      if (applications) applications.push(apply);
      else this.#applications.set(type, [apply]);
    }
  }
}
