import type { LogReading, Position } from '@panshi/event-store';
import { pLimit } from '@panshi/async';
import { type FoldedView, GivenUp } from './folded-view.ts';
import type { FoldedViews } from './folded-views.ts';
import type { SnapshotFile } from './snapshot-file.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** A position of the log, and until when somebody waits for it, in milliseconds since the epoch. */
export interface Awaited {
  readonly position: Position;
  readonly deadline: number;
}

interface Fold {
  /** Until when the last of those who wait for it does so. */
  deadline: number;
  readonly folded: Promise<FoldedView>;
}

/** Folds that are on their way: one at a time, and once for all who ask for the same. */
export class Folding {
  readonly #log: LogReading;
  readonly #views: FoldedViews;
  readonly #signal: AbortSignal;
  readonly #oneAtATime = pLimit(1);
  readonly #folds = new Map<string, Fold>();

  constructor(log: LogReading, views: FoldedViews, signal: AbortSignal) {
    [this.#log, this.#views, this.#signal] = [log, views, signal];
  }

  /** A view of a file at a position: one that is kept, or a new one. @throws {GivenUp} where nobody waits any more */
  async at(file: SnapshotFile, view: string, { position, deadline }: Awaited): Promise<FoldedView> {
    const known = this.#views.get(view, position);
    if (known) return known;
    const key = `${view} ${position}`;
    const begun = this.#folds.get(key);
    if (begun) {
      begun.deadline = Math.max(begun.deadline, deadline);
      return begun.folded;
    }
    const isAwaited = (): boolean => Date.now() < current.deadline && !this.#signal.aborted;
    const folded = this.#oneAtATime(() => file.reading(() => this.#fold(file.of(view)!, position, isAwaited)));
    const current: Fold = { deadline, folded };
    this.#folds.set(key, current);
    try {
      return await folded;
    } finally {
      this.#folds.delete(key);
    }
  }

  async settled(): Promise<void> {
    await Promise.allSettled(Array.from(this.#folds.values(), ({ folded }) => folded));
  }

  async #fold(snapshots: ViewSnapshots, position: Position, isAwaited: () => boolean): Promise<FoldedView> {
    for (;;) {
      const folded = this.#views.take(snapshots, position);
      try {
        await folded.foldTo(position, this.#log, isAwaited);
      } catch (error) {
        if (error instanceof GivenUp) this.#views.keep(folded);
        else folded.close();
        throw error;
      }
      if (folded.stands) {
        this.#views.keep(folded);
        return folded;
      }
      // What it stands on was let go of meanwhile.
      folded.close();
    }
  }
}
