import type { Principal, QueryType, SealedRef } from '@panshi/contracts';
import type { Opened } from '@panshi/privacy';
import type { Views } from '@panshi/read-model';

/** What a query handler works with. `views` reads the live views, or those of the past moment asked for. */
export interface QueryContext {
  readonly views: Views;
  readonly principal: Principal;
  /** The clock's time, or the past instant asked for. */
  readonly now: string;
  /** Opens a sealed value a view carries, by today's keys and erasures. Whether the reader may is the handler's to say. */
  open(sealed: SealedRef): Promise<Opened>;
}

export interface QueryHandling<Q extends object = object> {
  readonly query: QueryType<Q>;
  /** The answer's body; undefined is 404. A document's `_version` becomes the ETag. */
  answer(query: Q, context: QueryContext): Promise<unknown>;
}

/** Binds a query class to its handler. */
export const answer = <Q extends object>(
  query: QueryType<Q>,
  handler: (query: Q, context: QueryContext) => Promise<unknown>,
): QueryHandling => ({ query, answer: handler as QueryHandling['answer'] });
