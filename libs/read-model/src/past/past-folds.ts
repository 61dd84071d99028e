import type { Page } from '@panshi/contracts';
import type { LogReading, Position } from '@panshi/event-store';
import { setTimeout } from 'node:timers/promises';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, ViewReader } from '../view-reader.ts';
import { FoldedViews } from './folded-views.ts';
import { type Awaited, Folding } from './folding.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { growSnapshots } from './snapshot-growth.ts';
import type { Density } from './thinning.ts';
import { Overtaken, usualDensity } from './view-snapshots.ts';

/** Views whose past can be folded, and the file their snapshots are kept in. */
export interface SnapshotSet {
  readonly path: string;
  readonly views: readonly ViewDefinition[];
}

export interface PastFoldsOptions {
  readonly log: LogReading;
  readonly sets: readonly SnapshotSet[];
  readonly density?: Density;
  /** How many documents folded views may hold together; those used longest ago are let go of. */
  readonly documents?: number;
}

/**
 * Folds views of the past, and answers from them. All its work is on the thread that calls it: one that nobody waits for
 * but who asks about the past. Arguments and answers are plain data, for they cross a thread.
 */
export class PastFolds {
  readonly #log: LogReading;
  readonly #files: readonly SnapshotFile[];
  readonly #density: Density;
  readonly #closing = new AbortController();
  readonly #folded: FoldedViews;
  readonly #folding: Folding;
  #growing: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor({ log, sets, density = usualDensity, documents = 400_000 }: PastFoldsOptions) {
    this.#log = log;
    this.#density = density;
    this.#folded = new FoldedViews(documents);
    this.#folding = new Folding(log, this.#folded, this.#closing.signal);
    this.#files = sets.map((set) => this.#open(set));
  }

  /** Folds views, each named, up to a position, and keeps them for a while. A fold that nobody waits for any more stops. */
  async fold(views: readonly string[], at: Awaited): Promise<void> {
    const all = await Promise.all(views.map((view) => this.#folding.at(this.#fileOf(view), view, at)));
    for (const folded of all) if (folded.position === at.position) folded.readers++;
  }

  /** Ends what a fold began: nobody reads them any more, so that they may be folded on. */
  async release(views: readonly string[], position: Position): Promise<void> {
    for (const view of views) this.#folded.release(view, position);
  }

  get(view: string, at: Awaited, id: string): Promise<ViewDocument | undefined> {
    return this.#read(view, at, (reader) => reader.get(id));
  }

  find(view: string, at: Awaited, options?: FindOptions): Promise<Page<ViewDocument>> {
    return this.#read(view, at, (reader) => reader.find(options));
  }

  count(view: string, at: Awaited, filter?: Filter): Promise<number> {
    return this.#read(view, at, (reader) => reader.count(filter));
  }

  /** Brings the snapshots to the end of the log. */
  grow(): Promise<void> {
    this.#growing ??= this.#grow().finally(() => (this.#growing = undefined));
    return this.#growing;
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    await Promise.allSettled([this.#folding.settled(), this.#growing]);
    this.#folded.clear();
    for (const file of this.#files) file.close();
    await this.#log.close();
  }

  #open({ path, views }: SnapshotSet): SnapshotFile {
    const file = new SnapshotFile(path, views, (gone) => {
      this.#folded.clear(gone);
      setImmediate(() => file.kept && this.grow().catch(() => undefined));
    });
    return file;
  }

  async #grow(): Promise<void> {
    let begun = performance.now();
    // As long as it has worked: half a core at most.
    const rest = async (): Promise<void> => {
      await setTimeout(performance.now() - begun);
      begun = performance.now();
    };
    const growth = { log: this.#log, density: this.#density, rest };
    for (const file of this.#files)
      await file
        .growing((views) => growSnapshots({ ...growth, views }, this.#closing.signal))
        .catch((error: unknown) => {
          if (!(error instanceof Overtaken)) throw error;
        });
  }

  #read<T>(view: string, at: Awaited, ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> {
    const file = this.#fileOf(view);
    return file.reading(async () => {
      for (;;) {
        const folded = await this.#folding.at(file, view, at);
        const answer = folded.read(at.position, ask);
        if (answer) return answer;
        this.#folded.drop(folded, at.position);
      }
    });
  }

  #fileOf(view: string): SnapshotFile {
    const file = this.#files.find((each) => each.of(view));
    if (!file) throw new TypeError(`${view} is not folded as of the past`);
    return file;
  }
}

/** What can be asked of the views of the past. */
export type PastCalls = Pick<PastFolds, keyof PastFolds>;
