import type { EventStore, Lease, Position } from '@panshi/event-store';
import type { Clock } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewTable } from '../view-store.ts';
import { inChunks } from './in-chunks.ts';
import type { Parking } from './parking.ts';
import { type RebuildProgress, reporter } from './rebuild-progress.ts';
import { ViewFold } from './view-fold.ts';
import { Witness } from './witness.ts';

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
  const fold = new ViewFold(view, table, parking, { generation: documentsKept / 2, from });
  let witness = Witness.from(from);
  let folded = 0;
  let reached: Position | undefined;
  const report = reporter({ view, from, upTo, clock, onProgress });
  let writing: Promise<void> = Promise.resolve();
  let writeFailed: unknown;
  const flush = async (position: Position): Promise<void> => {
    await writing;
    if (writeFailed !== undefined) throw writeFailed;
    writing = table.write(fold.takeChanged(), position, lease, witness.text).catch((error: unknown) => {
      writeFailed = error;
    });
  };
  try {
    for await (const some of inChunks(events.readAll({ after: from, upTo, types: view.from }))) {
      if (signal.aborted) {
        if (reached !== undefined) await flush(reached);
        return undefined;
      }
      await fold.apply(some);
      witness = witness.after(some);
      folded += some.length;
      const { position } = some.at(-1)!;
      reached = position;
      if (fold.full) await flush(position);
      report('folding', folded, position);
    }
    report('placing', folded, upTo);
    await flush(upTo);
  } finally {
    await writing;
  }
  if (writeFailed !== undefined) throw writeFailed;
  if (!(await table.indexed())) await table.index(lease);
  return upTo;
};
