import type { Page } from '@panshi/contracts';
import type { Position } from '@panshi/event-store';
import type { RejectionKind, RejectionParams } from '@panshi/kernel';
import type { ViewDocument } from '../view.ts';
import type { Filter, FindOptions } from '../view-reader.ts';

/** What can be asked of views of the past, each named; arguments and answers are plain data, for they cross a thread. */
export interface PastCalls {
  /** Folds views up to a position, and keeps them for a while. */
  fold(views: readonly string[], position: Position): Promise<void>;
  get(view: string, position: Position, id: string): Promise<ViewDocument | undefined>;
  find(view: string, position: Position, options?: FindOptions): Promise<Page<ViewDocument>>;
  count(view: string, position: Position, filter?: Filter): Promise<number>;
  /** Brings the snapshots to the end of the log. */
  grow(): Promise<void>;
  close(): Promise<void>;
}

export type PastCall = {
  [K in keyof PastCalls]: readonly [method: K, ...Parameters<PastCalls[K]>];
}[keyof PastCalls];

export type ToFolds = { readonly id: number; readonly call: PastCall };
export type FromFolds =
  | { readonly id: number; readonly answer: unknown }
  | { readonly id: number; readonly error: string }
  | { readonly id: number; readonly rejected: Rejected };

export interface Rejected {
  readonly code: string;
  readonly params: RejectionParams;
  readonly kind: RejectionKind;
}
