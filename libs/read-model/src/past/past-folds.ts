import type { Page } from '@panshi/contracts';
import type { LogReading, Position } from '@panshi/event-store';
import { LRUCache } from 'lru-cache';
import { setTimeout } from 'node:timers/promises';
import { pLimit } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { Filter, FindOptions, ViewReader } from '../view-reader.ts';
import { FoldedView } from './folded-view.ts';
import type { PastCalls } from './past-calls.ts';
import { SnapshotFile } from './snapshot-file.ts';
import { growSnapshots } from './snapshot-growth.ts';
import type { Density } from './thinning.ts';
import { Overtaken, usualDensity, type ViewSnapshots } from './view-snapshots.ts';

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

/** What a folded view weighs that has folded nothing, in documents. */
const emptyWeight = 500;

/**
 * Folds views of the past, and answers from them. All its work is on the thread that calls it: one that nobody waits for
 * but who asks about the past.
 */
export class PastFolds implements PastCalls {
  readonly #log: LogReading;
  readonly #files: readonly SnapshotFile[];
  readonly #views: ReadonlyMap<string, ViewSnapshots>;
  readonly #density: Density;
  readonly #closing = new AbortController();
  readonly #oneAtATime = pLimit(1);
  readonly #folding = new Map<string, Promise<FoldedView>>();
  readonly #folded: LRUCache<string, FoldedView>;
  #growing: Promise<void> | undefined;
  #closed: Promise<void> | undefined;

  constructor({ log, sets, density = usualDensity, documents = 400_000 }: PastFoldsOptions) {
    this.#log = log;
    this.#density = density;
    this.#files = sets.map(({ path, views }) => new SnapshotFile(path, views));
    this.#views = new Map(this.#files.flatMap(({ views }) => views.map((each) => [each.view.name, each])));
    this.#folded = new LRUCache({
      maxSize: documents,
      // A single one may be larger than all may be together.
      sizeCalculation: (folded) => Math.min(documents, emptyWeight + folded.documents),
      dispose: (folded) => folded.close(),
    });
  }

  async fold(views: readonly string[], position: Position): Promise<void> {
    await Promise.all(views.map((view) => this.#at(view, position)));
  }

  get(view: string, position: Position, id: string): Promise<ViewDocument | undefined> {
    return this.#read(view, position, (reader) => reader.get(id));
  }

  find(view: string, position: Position, options?: FindOptions): Promise<Page<ViewDocument>> {
    return this.#read(view, position, (reader) => reader.find(options));
  }

  count(view: string, position: Position, filter?: Filter): Promise<number> {
    return this.#read(view, position, (reader) => reader.count(filter));
  }

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
    await Promise.allSettled([...this.#folding.values(), this.#growing]);
    this.#folded.clear();
    for (const file of this.#files) file.close();
    await this.#log.close();
  }

  async #grow(): Promise<void> {
    for (const { views } of this.#files) {
      let begun = performance.now();
      // As long as it has worked: half a core at most.
      const rest = async (): Promise<void> => {
        await setTimeout(performance.now() - begun);
        begun = performance.now();
      };
      try {
        await growSnapshots({ log: this.#log, views, density: this.#density, rest }, this.#closing.signal);
      } catch (error) {
        if (!(error instanceof Overtaken)) throw error;
      }
    }
  }

  async #read<T>(view: string, position: Position, ask: (reader: ViewReader<ViewDocument>) => Promise<T>): Promise<T> {
    for (;;) {
      const folded = await this.#at(view, position);
      const answer = folded.read(ask);
      if (answer) return answer;
      this.#folded.delete(`${view} ${position}`);
    }
  }

  async #at(view: string, position: Position): Promise<FoldedView> {
    const key = `${view} ${position}`;
    const known = this.#folded.get(key) ?? this.#folding.get(key);
    if (known) return known;
    const folding = this.#oneAtATime(() => this.#fold(view, position));
    this.#folding.set(key, folding);
    try {
      const folded = await folding;
      this.#folded.set(key, folded);
      return folded;
    } finally {
      this.#folding.delete(key);
    }
  }

  #fold(view: string, position: Position): Promise<FoldedView> {
    const snapshots = this.#views.get(view);
    if (!snapshots) throw new TypeError(`${view} is not folded as of the past`);
    return FoldedView.fold(snapshots, position, this.#log, this.#closing.signal);
  }
}
