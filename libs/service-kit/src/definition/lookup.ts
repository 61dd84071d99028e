import type { Principal } from '@panshi/contracts';
import type { Views } from '@panshi/read-model';
import type { ModelDefinition } from './model.ts';

/** What a command's `facts` may look up before its decision, which is pure and cannot. */
export interface Lookup {
  readonly views: Views;
  readonly principal: Principal;
  readonly now: string;
  /** The current state of an in-memory model. */
  model<State>(model: ModelDefinition<State>): State;
}
