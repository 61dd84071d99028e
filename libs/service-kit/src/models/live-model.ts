import { systemClock, until, Waiters } from '@panshi/async';
import type { EventType } from '@panshi/contracts';
import { type EventStore, followerOf, type Position, type RecordedEvent } from '@panshi/event-store';
import type { Typed } from '@panshi/read-model';
import { type EventSchemas, schemaOf } from '../command/event-schemas.ts';
import type { ModelDefinition } from '../definition/model.ts';
import { unavailable } from '../rejections.ts';

/** Keeps one in-memory model up with the log. */
export class LiveModel<State = unknown> {
  readonly state: State;
  readonly #moved = new Waiters();
  #position: Position | undefined;
  #fault: Error | undefined;
  #caughtUp = false;

  constructor(
    readonly definition: ModelDefinition<State>,
    private readonly store: EventStore,
    private readonly schemas: EventSchemas,
  ) {
    this.state = definition.create();
  }

  get caughtUp(): boolean {
    return this.#caughtUp && !this.#fault;
  }

  /** The position folded up to; undefined before the first. */
  get position(): Position | undefined {
    return this.#position;
  }

  /**
   * Resolves once the model has caught up, and folded everything up to the position, where one is given.
   * @throws {Unavailable} `model-behind` at the deadline; `model-failed`
   */
  async waitFor(position: Position = '', deadline: number): Promise<void> {
    const passed = (): boolean => this.caughtUp && (this.#position ?? '') >= position;
    if (passed()) return;
    const signs = this.#moved;
    await until(() => passed() || this.#fault !== undefined, { signs, deadline, clock: systemClock });
    if (!passed()) throw unavailable(this.#fault ? 'model-failed' : 'model-behind');
  }

  /**
   * Follows the log until aborted. An event that cannot be applied ends it, for what came after would stand on a wrong
   * state. @throws what `apply` throws
   */
  async run(signal: AbortSignal): Promise<void> {
    for await (const { events, position, caughtUp } of followerOf(this.store).follow(
      { types: this.definition.from },
      signal,
    )) {
      for (const event of events) this.#apply(event);
      this.#position = position;
      this.#caughtUp = caughtUp;
      this.#moved.wakeAll();
    }
  }

  #apply(event: RecordedEvent): void {
    try {
      const data = schemaOf(event.type, this.schemas).fromJSON(event.data);
      this.definition.apply(this.state, { ...event, data } as unknown as Typed<EventType>);
    } catch (error) {
      this.#fault = error as Error;
      this.#moved.wakeAll();
      throw error;
    }
  }
}
