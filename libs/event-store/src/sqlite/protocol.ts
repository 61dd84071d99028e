import type { Expected } from '../port.ts';

/** What the main thread asks of the writer. Plain data: it crosses a thread. */
export type WriteRequest =
  | { readonly kind: 'append'; readonly append: AppendRequest }
  | {
      readonly kind: 'acquire';
      readonly name: string;
      readonly owner: string;
      readonly ttlMs: number;
      readonly now: number;
    }
  | {
      readonly kind: 'save';
      readonly name: string;
      readonly owner: string;
      readonly fence: number;
      readonly position: number;
    }
  | { readonly kind: 'release'; readonly name: string; readonly owner: string; readonly fence: number };

export interface AppendRequest {
  readonly stream: string;
  readonly expect: Expected;
  readonly commandId: string;
  readonly now: number;
  readonly events: readonly DraftedEvent[];
}

/** An event but for what only the write knows: see EnvelopeDraft. */
export interface DraftedEvent {
  readonly id: string;
  readonly type: string;
  readonly head: string;
  readonly tail: string;
}

/** A drafted event of an import, in its place in the log. */
export interface DraftedImport extends DraftedEvent {
  readonly stream: string;
  readonly recordedAt: number;
}

/** How one request ended. */
export type WriteOutcome =
  | { readonly kind: 'appended'; readonly version: number; readonly position: number }
  | { readonly kind: 'conflict'; readonly actual: number | undefined }
  | { readonly kind: 'duplicate'; readonly id: string }
  | { readonly kind: 'lease'; readonly fence: number | undefined }
  | { readonly kind: 'done' }
  | { readonly kind: 'lease-lost' }
  | { readonly kind: 'not-empty' }
  | { readonly kind: 'out-of-order'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }
  | { readonly kind: 'unavailable'; readonly reason: string };

/** Requests in the order they were made; the reply carries the same id. */
export type ToWriter =
  | { readonly id: number; readonly requests: readonly WriteRequest[] }
  | { readonly id: number; readonly load: readonly DraftedImport[] | 'begin' | 'commit' | 'rollback' }
  | { readonly id: number; readonly close: true };

export type FromWriter = { readonly ready: true } | { readonly id: number; readonly outcomes: readonly WriteOutcome[] };

/** What the writer thread is started with. */
export interface WriterOptions {
  readonly path: string;
  readonly lockTimeoutMs: number;
  readonly maxPages?: number;
}
