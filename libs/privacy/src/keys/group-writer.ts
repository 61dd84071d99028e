import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { beginLater } from '@panshi/database/sqlite';
import { KeysUnavailable } from '../errors.ts';

interface Job {
  readonly work: () => unknown;
  readonly settle: (outcome: { value: unknown } | { error: unknown }) => void;
}

const maxWaiting = 10_000;
/** How long another process's lock is waited for, in milliseconds. */
const maxBusyMs = 5_000;

/**
 * Group commit: what is asked while the disk is busy shares the next transaction and its sync, and is answered after
 * it. Each job has a savepoint of its own, so one that throws takes nothing else down.
 */
export class GroupWriter {
  readonly #savepoint: StatementSync;
  readonly #release: StatementSync;
  #waiting: Job[] = [];
  #running: Promise<void> | undefined;
  #closed = false;
  #broken = false;

  /** @param sync makes what was committed so far durable */
  constructor(
    private readonly db: DatabaseSync,
    private readonly sync: () => Promise<void>,
  ) {
    this.#savepoint = db.prepare('SAVEPOINT job');
    this.#release = db.prepare('RELEASE job');
  }

  /**
   * Runs the work inside a transaction; resolves once it is durable, and so is what the work has read. `committed`
   * runs as soon as it is, in the order asked, before anybody is answered. @throws {KeysUnavailable}
   */
  write<T>(work: () => T, committed?: (value: T) => void): Promise<T> {
    if (this.#closed) return Promise.reject(new KeysUnavailable('the keys are closed'));
    if (this.#broken) return Promise.reject(new KeysUnavailable('the disk failed to keep keys: start again'));
    if (this.#waiting.length >= maxWaiting)
      return Promise.reject(new KeysUnavailable('too many key writes are waiting'));
    const done = new Promise<T>((resolve, reject) => {
      const settle: Job['settle'] = (outcome) => {
        if ('error' in outcome) return reject(outcome.error);
        committed?.(outcome.value as T);
        resolve(outcome.value as T);
      };
      this.#waiting.push({ work, settle });
    });
    this.#running ??= this.#drain();
    return done;
  }

  /** Waits until what was asked is durable, then takes no more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #drain(): Promise<void> {
    while (this.#waiting.length > 0) {
      await nextTurn();
      await this.#commit(this.#waiting.splice(0));
    }
    this.#running = undefined;
  }

  async #commit(jobs: readonly Job[]): Promise<void> {
    let settled: (() => void)[];
    try {
      await beginLater(this.db, maxBusyMs);
      settled = jobs.map((job) => this.#run(job));
      this.db.exec('COMMIT');
      await this.#durable();
    } catch (cause) {
      if (this.db.isTransaction) this.db.exec('ROLLBACK');
      const error = new KeysUnavailable('the keys cannot be written', { cause });
      settled = jobs.map((job) => () => job.settle({ error }));
    }
    for (const settle of settled) settle();
  }

  /** After a failed sync nobody can tell what is on the disk: a later one that succeeds says nothing of it. */
  async #durable(): Promise<void> {
    try {
      await this.sync();
    } catch (error) {
      this.#broken = true;
      throw error;
    }
  }

  #run({ work, settle }: Job): () => void {
    this.#savepoint.run();
    try {
      const value = work();
      this.#release.run();
      return () => settle({ value });
    } catch (error) {
      // A full disk may have rolled back the whole transaction: then the group fails, not this job alone.
      if (!this.db.isTransaction) throw error;
      this.db.exec('ROLLBACK TO job; RELEASE job');
      return () => settle({ error });
    }
  }
}
