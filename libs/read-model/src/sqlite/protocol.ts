import type { Lease, Position } from '@panshi/event-store';
import type { ParkedDocument } from '../view-store.ts';
import type { Layout } from './layout.ts';

/** A document on its way to its table; null text is a deletion. Plain data: it crosses a thread. */
export type Row = readonly [id: string, seen: Position, document: string | null, terms: string | undefined];

export type Name = Pick<Layout, 'view' | 'version'>;

/** What a writer can be asked; each call is one transaction. Answers are plain data. */
export interface WriterCalls {
  /** Why the view cannot be opened, or nothing. */
  open(layout: Layout): string | undefined;
  /** Whether it was written; not when the lease is no longer the newest. An empty checkpoint moves nothing. */
  write(layout: Layout, rows: readonly Row[], checkpoint: Position, lease: Lease, witness?: string): boolean;
  index(layout: Layout, lease: Lease): boolean;
  park(view: Name, parked: ParkedDocument): void;
  unpark(view: Name, id: string): void;
  acquire(view: Name, owner: string, now: number, ttlMs: number, gone?: string): Lease | undefined;
  release(lease: Lease): void;
  /** Whether the other view has taken the place of this one; not when either lease is no longer the newest. */
  replace(layout: Layout, other: Layout, itsLease: Lease, lease: Lease): boolean;
  drop(layout: Pick<Layout, 'view' | 'version' | 'drop'>): void;
  close(): void;
}

export type Call = { [K in keyof WriterCalls]: readonly [method: K, ...Parameters<WriterCalls[K]>] }[keyof WriterCalls];

/** Makes the calls where the file may be waited for: on a thread of its own, or at once for memory. */
export interface Writer {
  call<K extends keyof WriterCalls>(
    method: K,
    ...args: Parameters<WriterCalls[K]>
  ): Promise<ReturnType<WriterCalls[K]>>;
}

export type ToWriter = { readonly id: number; readonly call: Call };
export type FromWriter =
  | { readonly ready: true }
  | { readonly unusable: string }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string; readonly kind: 'damage' | 'busy' | 'full' | 'other' };
