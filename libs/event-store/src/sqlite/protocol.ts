import type { DraftedEvent } from '../draft.ts';
import type { Expected, Lease } from '../port.ts';
import type { LeaseRequest } from './lease-table.ts';

/**
 * What the main thread asks of the writer. Plain data: it crosses a thread, where tuples cost a third of objects, so
 * what is frequent is a tuple.
 */
export type WriteRequest = AppendRequest | CheckpointRequest;

export type CheckpointRequest =
  | ({ readonly kind: 'acquire' } & LeaseRequest)
  | ({ readonly kind: 'save'; readonly position: number } & Lease)
  | ({ readonly kind: 'release' } & Lease);

export type AppendRequest = readonly [
  stream: string,
  expect: Expected,
  commandId: string,
  now: number,
  ...events: DraftedEvent[],
];

/** A drafted event of an import, in its place in the log. */
export type DraftedImport = readonly [stream: string, recordedAt: number, event: DraftedEvent];

/** Events of an import in order, between its beginning and its end. */
export type LoadStep = readonly DraftedImport[] | 'begin' | 'commit' | 'rollback';

/** Version and position of the last event written; when it was recorded, unless that was before this request. */
export type Receipt = readonly [version: number, position: number, recordedAt?: number];

/** How one request ended. */
export type WriteOutcome = Receipt | Done | Refused;

/** Done, and there is nothing to tell but a lease's fence. */
export type Done = { readonly kind: 'done'; readonly fence?: number };

export type Refused =
  | { readonly kind: 'conflict'; readonly actual: number | undefined }
  | { readonly kind: 'duplicate'; readonly id: string }
  | { readonly kind: 'lease-held' | 'lease-lost' | 'not-empty' }
  | { readonly kind: 'out-of-order' | 'unknown' | 'unavailable'; readonly reason: string };

/** What is asked of the writer's thread. */
export interface LogThread {
  /** How each request ended. */
  commit(requests: readonly WriteRequest[]): readonly WriteOutcome[];
  load(step: LoadStep): WriteOutcome;
  close(): void;
}

/** What the writer thread is started with. */
export interface WriterOptions {
  readonly path: string;
  readonly lockTimeoutMs: number;
  readonly maxPages?: number;
}

export const isAppend = (request: WriteRequest): request is AppendRequest => Array.isArray(request);

export const isReceipt = (outcome: WriteOutcome): outcome is Receipt => Array.isArray(outcome);

export const isDone = (outcome: WriteOutcome): outcome is Receipt | Done =>
  isReceipt(outcome) || outcome.kind === 'done';
