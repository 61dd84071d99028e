import { setTimeout as delay } from 'node:timers/promises';
import type { EventType } from '@panshi/contracts';
import type { EventStore, Position, RecordedEvent } from '@panshi/event-store';
import type { Typed } from '@panshi/read-model';
import { type EventSchemas, schemaOf } from '../command/event-schemas.ts';
import type { ModelDefinition } from '../definition/model.ts';
import { unavailable } from '../rejections.ts';
import { Milestones } from './milestones.ts';

const [firstWaitMs, longestWaitMs] = [50, 5000];

/** Keeps one in-memory model up with the log. */
export class LiveModel<State = unknown> {
  readonly definition: ModelDefinition<State>;
  readonly state: State;
  readonly #store: EventStore;
  readonly #schemas: EventSchemas;
  readonly #passed = new Milestones();
  #position: Position | undefined;
  #fault: Error | undefined;
  #caughtUp = false;

  constructor(definition: ModelDefinition<State>, store: EventStore, schemas: EventSchemas) {
    this.definition = definition;
    this.state = definition.create();
    this.#store = store;
    this.#schemas = schemas;
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
  async waitFor(position: Position | undefined, deadline: number): Promise<void> {
    if (this.caughtUp && (this.#position ?? '') >= (position ?? '')) return;
    const reached = !this.#fault && (await this.#passed.reached(position ?? '', deadline));
    if (!reached) throw unavailable(this.#fault ? 'model-failed' : 'model-behind');
  }

  /**
   * Follows the log until aborted, reconnecting by itself. An event that cannot be applied ends it, for what came after
   * would stand on a wrong state. @throws what `apply` throws
   */
  async run(signal: AbortSignal): Promise<void> {
    for (let wait = firstWaitMs; !signal.aborted; wait = Math.min(2 * wait, longestWaitMs)) {
      try {
        await this.#follow(signal);
      } catch (error) {
        if (signal.aborted) return;
        if (this.#fault) throw error;
        await delay(wait, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const { from } = this.definition;
    for await (const message of this.#store.subscribe({ after: this.#position, types: from }, signal)) {
      if (message.kind === 'event') this.#apply(message.event);
      if (message.kind === 'caughtUp') this.#caughtUp = true;
      this.#position = message.kind === 'event' ? message.event.position : message.position;
      if (this.#caughtUp) this.#passed.reach(this.#position);
    }
  }

  #apply(event: RecordedEvent): void {
    try {
      const data = schemaOf(event.type, this.#schemas).fromJSON(event.data);
      this.definition.apply(this.state, { ...event, data } as unknown as Typed<EventType>);
    } catch (error) {
      this.#fault = error as Error;
      this.#passed.giveUp();
      throw error;
    }
  }
}
