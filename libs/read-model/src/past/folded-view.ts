import { type LogReading, type Position, UnusableStore } from '@panshi/event-store';
import { inChunks } from '../projector/in-chunks.ts';
import { ViewFold } from '../projector/view-fold.ts';
import type { ViewDocument } from '../view.ts';
import type { ViewReader } from '../view-reader.ts';
import { Overlay } from './overlay.ts';
import { parkingOf } from './parking-of.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** Documents kept in memory at most while folding. */
const documentsKept = 20_000;

/** Nobody waits for the fold any more. */
export class GivenUp extends Error {
  override readonly name = 'GivenUp';
}

/** One view as of one position, folded from the nearest snapshot. It can be folded on to a later position. */
export class FoldedView {
  readonly snapshots: ViewSnapshots;
  /** Who has asked for it and may read it again. */
  readers = 0;
  readonly #overlay: Overlay;
  #position: Position;

  /** @param toBe the position it is going to be folded to */
  constructor(snapshots: ViewSnapshots, toBe: Position) {
    const mark = snapshots.nearest(toBe);
    this.snapshots = snapshots;
    this.#overlay = new Overlay(snapshots, mark);
    this.#position = mark?.position ?? '';
  }

  get position(): Position {
    return this.#position;
  }

  /** What it holds of memory. */
  get documents(): number {
    return this.#overlay.documents;
  }

  /** Whether the snapshot below it is still kept. */
  get stands(): boolean {
    return this.#overlay.stands;
  }

  /** Reads it, in one turn; undefined where it was folded on meanwhile, or the snapshot it stands on was let go of. */
  read<T>(position: Position, ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> | undefined {
    if (position !== this.#position) return undefined;
    const { reader } = this.#overlay;
    return this.#overlay.asOne(() => (this.stands ? ask(reader).catch(withoutWrapping) : undefined));
  }

  close(): void {
    this.#overlay.close();
  }

  /** Folds on; where nobody waits any more, it stays as far as it has come. @throws {GivenUp} */
  async foldTo(position: Position, log: LogReading, isAwaited: () => boolean): Promise<void> {
    const { view } = this.snapshots;
    const overlay = this.#overlay;
    const parking = await parkingOf(this.snapshots, () => undefined);
    const from = this.#position || undefined;
    const load = async (ids: readonly string[]) => overlay.asOne(() => overlay.load(ids, from ?? ''));
    const fold = new ViewFold(view, { load }, parking, { generation: documentsKept / 2, from });
    const events = log.readAll({ after: from, upTo: position, types: view.from });
    for await (const some of inChunks(events)) {
      if (!isAwaited()) {
        overlay.write(fold.takeChanged());
        throw new GivenUp(view.name);
      }
      await fold.apply(some);
      this.#position = some.at(-1)!.position;
      if (fold.full) overlay.write(fold.takeChanged());
    }
    overlay.write(fold.takeChanged());
    this.#position = position;
  }
}

/** Damage is told by SQLite's own error. */
const withoutWrapping = (error: unknown): never => {
  throw error instanceof UnusableStore ? error.cause : error;
};
