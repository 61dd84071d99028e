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

/** A W3C trace context (`traceparent`, version 00): which trace an act belongs to. */
export type Traceparent = string;

/** Whether a text is a trace context of the one form that is passed on; neither of its ids is all zeros. */
export const isTraceparent = (text: string): boolean =>
  /^00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/.test(text);

/** An instant, RFC 3339 in UTC with milliseconds, e.g. `2026-03-01T08:00:00.000Z`. Sorts as text. */
export type Instant = string;
