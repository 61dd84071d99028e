import type { Sealed } from './generated/panshi/privacy/v1/sealed.ts';

/**
 * An event's data as the log holds it. proto3 says "may be absent" of every message field; ours are absent only where
 * the proto says `optional`, so a message field added to an existing event must be `optional`.
 */
export type Recorded<T> = T extends readonly (infer Item)[]
  ? readonly Recorded<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: object extends Pick<T, K> ? Recorded<T[K]> : Recorded<Exclude<T[K], undefined>> }
    : T;

/** An event's data as a decision returns it: personal fields in clear, to be sealed before the append. */
export type Decided<T> = T extends Sealed
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Decided<Item>[]
    : T extends object
      ? { readonly [K in keyof T]: Decided<T[K]> }
      : T;
