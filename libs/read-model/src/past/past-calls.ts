import type { Page } from '@panshi/contracts';
import type { Position } from '@panshi/event-store';
import type { RejectionKind, RejectionParams } from '@panshi/kernel';
import type { ViewDocument } from '../view.ts';
import type { Filter, FindOptions } from '../view-reader.ts';

/** A position of the log, and until when somebody waits for it, in milliseconds since the epoch. */
export interface Awaited {
  readonly position: Position;
  readonly deadline: number;
}

/** What can be asked of views of the past, each named; arguments and answers are plain data, for they cross a thread. */
export interface PastCalls {
  /** Folds views up to a position, and keeps them for a while. A fold that nobody waits for any more stops. */
  fold(views: readonly string[], at: Awaited): Promise<void>;
  /** Ends what a fold began: nobody reads them any more, so that they may be folded on. */
  release(views: readonly string[], position: Position): Promise<void>;
  get(view: string, at: Awaited, id: string): Promise<ViewDocument | undefined>;
  find(view: string, at: Awaited, options?: FindOptions): Promise<Page<ViewDocument>>;
  count(view: string, at: Awaited, filter?: Filter): Promise<number>;
  /** Brings the snapshots to the end of the log. */
  grow(): Promise<void>;
  close(): Promise<void>;
}

export type PastCall = {
  [K in keyof PastCalls]: readonly [method: K, ...Parameters<PastCalls[K]>];
}[keyof PastCalls];

export type ToFolds = { readonly id: number; readonly call: PastCall };
export type FromFolds =
  | { readonly ready: true }
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly rejected: Rejected };

export interface Rejected {
  readonly code: string;
  readonly params: RejectionParams;
  readonly kind: RejectionKind;
}
