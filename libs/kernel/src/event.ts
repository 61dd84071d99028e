/** A fact decided by a pure function: its type and its data, before it is recorded. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly data: Data;
}

/** Who acts: the account signed in with, the person behind it and the post (岗位) they act in. */
export interface Actor {
  readonly account: string;
  readonly person: string;
  readonly post: string;
}

/** Where an event comes from; KPIs leave demo data out, outside the demo. */
export type Provenance = 'real' | 'demo' | 'import' | 'drill';

/** An instant, RFC 3339 in UTC with milliseconds, e.g. `2026-03-01T08:00:00.000Z`. Sorts as text. */
export type Instant = string;
