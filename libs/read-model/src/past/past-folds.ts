import type { Page } from '@panshi/contracts';
import type { LogReading, Position } from '@panshi/event-store';
import { isDamage } from '@panshi/database/sqlite';
import { LRUCache } from 'lru-cache';
import { setTimeout } from 'node:timers/promises';
import { pLimit } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, ViewReader } from '../view-reader.ts';
import { FoldedView, GivenUp } from './folded-view.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { growSnapshots } from './snapshot-growth.ts';
import type { Density } from './thinning.ts';
import { Overtaken, usualDensity } from './view-snapshots.ts';

/** A position of the log, and until when somebody waits for it, in milliseconds since the epoch. */
export interface Awaited {
  readonly position: Position;
  readonly deadline: number;
}

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

interface Folding {
  /** Until when the last of those who wait for it does so. */
  deadline: number;
  readonly folded: Promise<FoldedView>;
}

/** What a folded view weighs that has folded nothing, in documents. */
const emptyWeight = 500;

/**
 * Folds views of the past, and answers from them. All its work is on the thread that calls it: one that nobody waits for
 * but who asks about the past. Arguments and answers are plain data, for they cross a thread.
 */
export class PastFolds {
  readonly #log: LogReading;
  readonly #files: readonly SnapshotFile[];
  readonly #density: Density;
  readonly #closing = new AbortController();
  readonly #oneAtATime = pLimit(1);
  readonly #folding = new Map<string, Folding>();
  readonly #folded: LRUCache<string, FoldedView>;
  #growing: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor({ log, sets, density = usualDensity, documents = 400_000 }: PastFoldsOptions) {
    this.#log = log;
    this.#density = density;
    this.#files = sets.map(({ path, views }) => new SnapshotFile(path, views));
    this.#folded = new LRUCache({
      maxSize: documents,
      // A single one may be larger than all may be together.
      sizeCalculation: (folded) => Math.min(documents, emptyWeight + folded.documents),
      // What is taken out is folded on.
      dispose: (folded, _, reason) => reason !== 'delete' && folded.close(),
    });
  }

  /** Folds views, each named, up to a position, and keeps them for a while. A fold that nobody waits for any more stops. */
  async fold(views: readonly string[], at: Awaited): Promise<void> {
    const all = await Promise.all(views.map((view) => this.#at(view, at)));
    for (const folded of all) if (folded.position === at.position) folded.readers++;
  }

  /** Ends what a fold began: nobody reads them any more, so that they may be folded on. */
  async release(views: readonly string[], position: Position): Promise<void> {
    const released = views.map((view) => this.#folded.peek(`${view} ${position}`)).filter((each) => each !== undefined);
    // None where it was let go of and folded again meanwhile.
    for (const folded of released) folded.readers = Math.max(0, folded.readers - 1);
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
    await Promise.allSettled([...[...this.#folding.values()].map(({ folded }) => folded), this.#growing]);
    for (const folded of this.#folded.values()) folded.close();
    for (const file of this.#files) file.close();
    await this.#log.close();
  }

  async #grow(): Promise<void> {
    for (const file of this.#files) {
      let begun = performance.now();
      // As long as it has worked: half a core at most.
      const rest = async (): Promise<void> => {
        await setTimeout(performance.now() - begun);
        begun = performance.now();
      };
      const growth = { log: this.#log, density: this.#density, rest };
      try {
        await this.#mending(file, () => growSnapshots({ ...growth, views: file.views }, this.#closing.signal));
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  }

  #read<T>(view: string, at: Awaited, ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> {
    return this.#mending(this.#fileOf(view), async () => {
      for (;;) {
        const folded = await this.#at(view, at);
        const answer = folded.read(at.position, ask);
        if (answer) return answer;
        const key = `${view} ${at.position}`;
        if (this.#folded.peek(key) !== folded) continue;
        this.#folded.delete(key);
        folded.close();
      }
    });
  }

  async #at(view: string, { position, deadline }: Awaited): Promise<FoldedView> {
    const key = `${view} ${position}`;
    const known = this.#folded.get(key);
    if (known) return known;
    const begun = this.#folding.get(key);
    if (begun) {
      begun.deadline = Math.max(begun.deadline, deadline);
      return begun.folded;
    }
    const isAwaited = (): boolean => Date.now() < folding.deadline && !this.#closing.signal.aborted;
    const folded = this.#oneAtATime(() =>
      this.#mending(this.#fileOf(view), () => this.#fold(view, position, isAwaited)),
    );
    const folding: Folding = { deadline, folded };
    this.#folding.set(key, folding);
    try {
      return await folded;
    } finally {
      this.#folding.delete(key);
    }
  }

  async #fold(view: string, position: Position, isAwaited: () => boolean): Promise<FoldedView> {
    for (;;) {
      const folded = this.#nearest(view, position);
      try {
        await folded.foldTo(position, this.#log, isAwaited);
      } catch (error) {
        if (error instanceof GivenUp) this.#folded.set(`${view} ${folded.position}`, folded);
        else folded.close();
        throw error;
      }
      if (folded.stands) {
        this.#folded.set(`${view} ${position}`, folded);
        return folded;
      }
      // What it stands on was let go of meanwhile.
      folded.close();
    }
  }

  /** Where to fold on from: the last before the position of the snapshots and of what is folded already and nobody reads. */
  #nearest(view: string, position: Position): FoldedView {
    const snapshots = this.#fileOf(view).views.find((each) => each.view.name === view)!;
    const marked = snapshots.nearest(position)?.position ?? '';
    const [nearest] = [...this.#folded.values()]
      .filter((each) => each.snapshots === snapshots && each.readers === 0)
      .filter((each) => each.position > marked && each.position < position && each.stands)
      .toSorted((a, b) => (a.position > b.position ? -1 : 1));
    if (!nearest) return new FoldedView(snapshots, position);
    this.#folded.delete(`${view} ${nearest.position}`);
    return nearest;
  }

  #fileOf(view: string): SnapshotFile {
    const file = this.#files.find(({ views }) => views.some((each) => each.view.name === view));
    if (!file) throw new TypeError(`${view} is not folded as of the past`);
    return file;
  }

  /** Does what reads a file; where that is found to be damaged, or was begun anew meanwhile, once more. */
  async #mending<T>(file: SnapshotFile, work: () => Promise<T>): Promise<T> {
    const { views } = file;
    try {
      return await work();
    } catch (error) {
      if (file.views === views) {
        if (!isDamage(error)) throw error;
        this.#renew(file);
      }
      return work();
    }
  }

  #renew(file: SnapshotFile): void {
    for (const [key, folded] of this.#folded.entries()) {
      if (!file.views.includes(folded.snapshots)) continue;
      this.#folded.delete(key);
      folded.close();
    }
    file.renew();
    this.grow().catch(() => undefined);
  }
}

/** What can be asked of the views of the past. */
export type PastCalls = Pick<PastFolds, keyof PastFolds>;
