import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { begin, isUniqueViolation } from '@panshi/database/sqlite';
import { BulkLoad } from './bulk-load.ts';
import { AppendWriter, type LogEnd } from './append-writer.ts';
import { CheckpointWriter } from './checkpoint-writer.ts';
import type { MarkWriter } from './mark.ts';
import { isAppend, type DraftedImport, type LoadStep, type WriteOutcome, type WriteRequest } from './protocol.ts';

// In frames, of a page each.
const longWal = 6000;

/** The writing side of the log in one process: groups of requests, each group one transaction and one sync. */
export class LogWriter {
  readonly #db: DatabaseSync;
  readonly #lockTimeoutMs: number;
  readonly #mark: MarkWriter | undefined;
  readonly #appends: AppendWriter;
  readonly #checkpoints: CheckpointWriter;
  readonly #end: StatementSync;
  readonly #setEnd: StatementSync;
  readonly #walState: StatementSync;
  #framesToTidy = longWal;
  #load: BulkLoad | undefined;

  /** @param mark beside the log's file; a log in memory has none */
  constructor(db: DatabaseSync, lockTimeoutMs = 0, mark?: MarkWriter) {
    this.#db = db;
    this.#lockTimeoutMs = lockTimeoutMs;
    this.#mark = mark;
    this.#appends = new AppendWriter(this.#db);
    this.#checkpoints = new CheckpointWriter(this.#db);
    this.#end = this.#db.prepare('SELECT commits, position, recorded_at AS recordedAt FROM log');
    this.#setEnd = this.#db.prepare('UPDATE log SET commits = ?, position = ?, recorded_at = ?');
    this.#walState = this.#db.prepare('PRAGMA wal_checkpoint(NOOP)');
  }

  /** Whether an import holds the transaction. */
  get loading(): boolean {
    return this.#load !== undefined;
  }

  /** Runs the requests in one transaction; `more` gives what has come in while the lock was awaited. */
  commit(requests: readonly WriteRequest[], more: () => readonly WriteRequest[]): readonly WriteOutcome[] {
    const group = [...requests];
    try {
      this.#begin();
    } catch (error) {
      return group.map(() => ({ kind: 'unavailable', reason: `the log is locked: ${text(error)}` }));
    }
    group.push(...more());
    try {
      const end = this.#readEnd();
      const outcomes = group.map((request) => this.#run(end, request));
      this.#commit(end);
      return outcomes;
    } catch (error) {
      this.#rollback();
      return group.map(() => ({ kind: 'unknown', reason: text(error) }));
    }
  }

  /** One step of an import, which holds the transaction from its beginning to its end. */
  load(step: LoadStep): WriteOutcome {
    if (step === 'begin') return this.#beginLoad();
    return step === 'commit' || step === 'rollback' ? this.#endLoad(step === 'commit') : this.#takeLoad(step);
  }

  #beginLoad(): WriteOutcome {
    try {
      this.#begin();
    } catch (error) {
      return { kind: 'unavailable', reason: `the log is locked: ${text(error)}` };
    }
    const end = this.#readEnd();
    if (end.position > 0) {
      this.#rollback();
      return { kind: 'not-empty' };
    }
    this.#load = new BulkLoad(this.#appends, end);
    return { kind: 'done' };
  }

  #takeLoad(events: readonly DraftedImport[]): WriteOutcome {
    try {
      return this.#load!.take(events);
    } catch (error) {
      if (isUniqueViolation(error)) return { kind: 'out-of-order', reason: 'an event id comes twice' };
      return { kind: 'unknown', reason: text(error) };
    }
  }

  #endLoad(keep: boolean): WriteOutcome {
    const { end } = this.#load!;
    this.#load = undefined;
    try {
      if (keep) this.#commit(end);
      else this.#rollback();
      return [0, end.position];
    } catch (error) {
      this.#rollback();
      return { kind: 'unknown', reason: text(error) };
    }
  }

  /**
   * Moves the WAL into the main file once it is long, a while later again where a reader held it. The mark is synced
   * first, so that after a power cut no page of the main file is newer than the mark.
   */
  tidy(): void {
    if (Number(this.#walState.get()!['log']) < this.#framesToTidy) return;
    try {
      this.#mark?.sync();
      const { log, checkpointed } = this.#db.prepare('PRAGMA wal_checkpoint(PASSIVE)').get()!;
      this.#framesToTidy = log === checkpointed ? longWal : Number(log) + longWal / 4;
    } catch {
      // The commits are safe in the WAL, and a later group tries again.
    }
  }

  close(): void {
    const { commits } = this.#readEnd();
    this.#mark?.sync();
    this.#db.close();
    this.#mark?.close(commits);
  }

  #run(end: LogEnd, request: WriteRequest): WriteOutcome {
    return isAppend(request) ? this.#appends.append(end, request) : this.#checkpoints.run(request);
  }

  #begin(): void {
    begin(this.#db, this.#lockTimeoutMs);
  }

  #readEnd(): LogEnd {
    return this.#end.get() as unknown as LogEnd;
  }

  #commit(end: LogEnd): void {
    const commits = end.commits + 1;
    this.#setEnd.run(commits, end.position, end.recordedAt);
    this.#db.exec('COMMIT');
    this.#mark?.write({ commits, clean: false });
  }

  // SQLite has rolled back by itself where the disk was full.
  #rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }
}

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error));
