import { systemClock, until, Waiters } from '@panshi/async';
import type { EventType } from '@panshi/contracts';
import { type EventStore, followerOf, type Position, type RecordedEvent } from '@panshi/event-store';
import type { Typed } from '@panshi/read-model';
import { OperatorError } from '@panshi/kernel';
import { type EventSchemas, schemaOf } from '../command/event-schemas.ts';
import type { ModelDefinition } from '../definition/model.ts';
import { unavailable } from '../rejections.ts';

/** An event that a model cannot take up. */
export class ModelFailed extends OperatorError {
  override readonly name = 'ModelFailed';
  readonly type: string;
  readonly position: Position;

  constructor(model: string, { type, position, stream, version }: RecordedEvent, cause: Error) {
    const event = `${type} at position ${position} (${stream}@${version})`;
    super(
      `model.failed: the model ${model} cannot take up the event ${event}: ${cause.name}: ${cause.message}. Decisions rest on this model, so none is made without it. Start the version of Panshi that recorded this event, or one that mends the model; the log stays as it is.`,
      { cause },
    );
    this.type = type;
    this.position = position;
  }
}

/** Keeps one in-memory model up with the log. */
export class LiveModel<State = unknown> {
  readonly state: State;
  readonly #moved = new Waiters();
  #position: Position | undefined;
  #fault: ModelFailed | undefined;
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

  /** Why it has ended before its time. */
  get fault(): ModelFailed | undefined {
    return this.#fault;
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
   * state. @throws {ModelFailed}
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
      this.#position = event.position;
    } catch (error) {
      this.#fault = new ModelFailed(this.definition.name, event, error as Error);
      this.#moved.wakeAll();
      throw this.#fault;
    }
  }
}
