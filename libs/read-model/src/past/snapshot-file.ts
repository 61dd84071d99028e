import { isFileLost, makeFolder } from '@panshi/database/sqlite';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { ViewDefinition } from '../view.ts';
import { openSnapshots, type OpenSnapshots } from './open-snapshots.ts';
import { OtherFormat } from './snapshot-schema.ts';
import type { ViewSnapshots } from './view-snapshots.ts';

/** As it was left; `anew` since it was begun again and until its snapshots have been made; `without` where that was of no help. */
type State = 'sound' | 'anew' | 'without';

/**
 * The snapshots of a service's views, in a file of their own. They are no truth: a file that is damaged, gone or of another
 * format is begun anew, and what cannot be kept is done without, in memory, until it is grown next.
 */
export class SnapshotFile {
  readonly #path: string;
  readonly #definitions: readonly ViewDefinition[];
  readonly #replacing: (gone: readonly ViewSnapshots[]) => void;
  #state: State = 'sound';
  #file!: OpenSnapshots;

  /** @param replacing called before others take the place of snapshots: nothing may hold the file any more */
  constructor(
    path: string,
    definitions: readonly ViewDefinition[],
    replacing: (gone: readonly ViewSnapshots[]) => void = () => undefined,
  ) {
    [this.#path, this.#definitions, this.#replacing] = [path, definitions, replacing];
    makeFolder(dirname(path));
    try {
      this.#file = openSnapshots(path, definitions);
    } catch (error) {
      if (!isFileLost(error) && !(error instanceof OtherFormat)) throw error;
      this.#beginAnew();
    }
  }

  /** Others after the file was begun anew. */
  get views(): readonly ViewSnapshots[] {
    return this.#file.views;
  }

  /** Whether snapshots can be kept; else all is folded from the beginning of the log. */
  get kept(): boolean {
    return this.#state !== 'without';
  }

  of(view: string): ViewSnapshots | undefined {
    return this.views.find((each) => each.view.name === view);
  }

  /** Does what reads the file, and does it again where the file is found to be lost, or was replaced meanwhile. */
  async reading<T>(work: () => Promise<T>): Promise<T> {
    for (;;) {
      const { views } = this;
      try {
        return await work();
      } catch (error) {
        if (this.views !== views) continue;
        if (!this.kept || !isFileLost(error)) throw error;
        this.#replace(this.#state === 'sound' ? 'anew' : 'without');
      }
    }
  }

  /** Does what makes snapshots, as {@link reading} does; not where they cannot be kept. */
  async growing(work: (views: readonly ViewSnapshots[]) => Promise<void>): Promise<void> {
    if (!this.kept) this.#replace('anew');
    await this.reading(async () => {
      if (this.kept) await work(this.views);
    });
    if (this.kept) this.#state = 'sound';
  }

  close(): void {
    this.#file.close();
  }

  #replace(state: 'anew' | 'without'): void {
    this.#replacing(this.views);
    this.close();
    if (state === 'anew') this.#beginAnew();
    else this.#doWithout();
  }

  #beginAnew(): void {
    this.#state = 'anew';
    try {
      for (const suffix of ['', '-wal', '-shm']) rmSync(this.#path + suffix, { force: true });
      this.#file = openSnapshots(this.#path, this.#definitions);
    } catch {
      this.#doWithout();
    }
  }

  #doWithout(): void {
    this.#state = 'without';
    this.#file = openSnapshots(':memory:', this.#definitions);
  }
}
