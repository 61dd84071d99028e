import { type EventStore, type Lease, ordinalOf, type Position } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Parking } from './parking.ts';
import { ViewFold } from './view-fold.ts';
import { Witness } from './witness.ts';

/** How far a rebuild is. */
export interface RebuildProgress {
  readonly view: string;
  readonly version: number;
  /** Events folded in this run. */
  readonly events: number;
  /** How many this run will have folded at its end: an estimate by the log's positions. */
  readonly total: number;
  readonly eventsPerSecond: number;
  readonly secondsLeft: number;
  readonly position: Position;
}

export interface Rebuild<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly view: ViewDefinition<Doc>;
  readonly table: Pick<ViewTable<Doc>, 'load' | 'checkpoint' | 'write' | 'index' | 'indexed'>;
  readonly lease: Lease;
  readonly parking: Parking;
  readonly clock: Clock;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Where to stop; the end of the log at the start unless told. */
  readonly upTo?: Position;
  /** Documents kept in memory at most, half of them changed ones on their way to the table. */
  readonly documentsKept?: number;
}

const reportMs = 500;

const share = (position: Position, from: Position | undefined, to: Position): number => {
  const start = from === undefined ? 0 : ordinalOf(from);
  const all = ordinalOf(to) - start;
  return all > 0 ? (ordinalOf(position) - start) / all : 1;
};

/**
 * Brings a view from its checkpoint to the end of the log: folds in memory and writes large batches, each while the
 * next is folded; indexes come last. Cancelled or killed at any point it leaves documents and checkpoint that agree,
 * and the next call goes on from there. Has no effect but on the view. Returns the position reached, undefined when
 * cancelled.
 */
export const rebuild = async <Doc extends ViewDocument>(
  { documentsKept = 40_000, ...context }: Rebuild<Doc>,
  signal: AbortSignal,
): Promise<Position | undefined> => {
  const { events, view, table, lease, parking, clock, onProgress } = context;
  const from = await table.checkpoint();
  const upTo = context.upTo ?? (await events.head());
  const started = clock.now();
  const fold = new ViewFold(view, table, parking, { generation: documentsKept / 2, from });
  let witness = Witness.from(from);
  let folded = 0;
  let reportedAt = started;
  let writing: Promise<void> = Promise.resolve();
  let writeFailed: unknown;
  const flush = async (position: Position): Promise<void> => {
    await writing;
    if (writeFailed !== undefined) throw writeFailed;
    writing = table.write(fold.takeChanged(), position, lease, witness.text).catch((error: unknown) => {
      writeFailed = error;
    });
  };
  const report = (position: Position): void => {
    const now = clock.now();
    if (!onProgress || (now - reportedAt < reportMs && position < upTo)) return;
    reportedAt = now;
    const seconds = (now - started) / 1000;
    const done = share(position, from, upTo);
    const total = done > 0 ? Math.round(folded / done) : folded;
    const eventsPerSecond = seconds > 0 ? folded / seconds : 0;
    const secondsLeft = eventsPerSecond > 0 ? (total - folded) / eventsPerSecond : 0;
    onProgress({
      view: view.name,
      version: view.version,
      events: folded,
      total,
      eventsPerSecond,
      secondsLeft,
      position,
    });
  };
  try {
    for await (const some of inChunks(events.readAll({ after: from, upTo, types: view.from }))) {
      if (signal.aborted) return undefined;
      await fold.apply(some);
      witness = witness.noted(some);
      folded += some.length;
      const { position } = some.at(-1)!;
      if (fold.full) await flush(position);
      report(position);
    }
    await flush(upTo);
  } finally {
    await writing;
  }
  if (writeFailed !== undefined) throw writeFailed;
  if (!(await table.indexed())) await table.index(lease);
  report(upTo);
  return upTo;
};
