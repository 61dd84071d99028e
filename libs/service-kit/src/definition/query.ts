import type { Principal, QueryType, Sealed } from '@panshi/contracts';
import type { Views } from '@panshi/read-model';

/** A sealed value opened for the reader at hand, or why it is not. */
export type Opened = { readonly status: 'open'; readonly value: string } | { readonly status: 'erased' | 'withheld' };

/** What a query handler works with. `views` reads the live views, or those of the past moment asked for. */
export interface QueryContext {
  readonly views: Views;
  readonly principal: Principal;
  readonly now: string;
  /** Opens a sealed value a view carries (with where it was sealed), by today's keys and erasures. */
  open(sealed: Sealed & { readonly at: SealedAt }): Promise<Opened>;
}

/** Where a value was sealed: part of what it was encrypted with, so it opens nowhere else. */
export interface SealedAt {
  readonly stream: string;
  readonly event: string;
  readonly field: string;
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
