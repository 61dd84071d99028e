import type { EventType } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';

/**
 * A small in-memory fold of the whole log, kept live in each process of a service, for look-ups too hot for a view:
 * which grid a point lies in. Caught up before the service is ready.
 */
export interface ModelDefinition<State = unknown, T extends EventType = EventType> {
  readonly name: string;
  readonly from: readonly T[];
  /** A fresh state; `apply` may change it in place. */
  create(): State;
  apply(state: State, event: Typed<T>): void;
}

export const defineModel = <State, const T extends EventType>(
  definition: ModelDefinition<State, T>,
): ModelDefinition<State, T> => definition;
