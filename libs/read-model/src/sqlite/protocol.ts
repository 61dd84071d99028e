import type { Position } from '@panshi/event-store';
import type { ThreadCalls } from '@panshi/database/sqlite';
import type { Layout } from './layout.ts';
import type { ViewWriter } from './view-writer.ts';

/** A document on its way to its table; null text is a deletion. Plain data: it crosses a thread. */
export type Row = readonly [id: string, seen: Position, document: string | null, terms: string | undefined];

export type Name = Pick<Layout, 'view' | 'version'>;

/** Makes the calls where the file may be waited for: on a thread of its own, or at once for memory. */
export type Writer = Pick<ThreadCalls<ViewWriter>, 'calls' | 'close'>;
