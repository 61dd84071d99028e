import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isRepetition, sealEnvelope } from '../envelope.ts';
import { meets } from '../expected.ts';
import { isUniqueViolation } from './busy.ts';
import type { AppendRequest, DraftedEvent, WriteOutcome } from './protocol.ts';

/** Where the log ends; a transaction moves it along and writes it back. */
export interface LogEnd {
  commits: number;
  position: number;
  recordedAt: number;
}

/** Writes appends into the open transaction, each all or nothing. */
export class AppendWriter {
  readonly #db: DatabaseSync;
  readonly #lastVersion: StatementSync;
  readonly #insert: StatementSync;
  readonly #byId: StatementSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#lastVersion = db.prepare('SELECT max(version) AS version FROM events WHERE stream = ?');
    this.#insert = db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, CAST(? AS BLOB))');
    this.#byId = db.prepare(
      'SELECT position, stream, version, CAST(envelope AS TEXT) AS envelope FROM events WHERE id = ?',
    );
  }

  append(end: LogEnd, request: AppendRequest): WriteOutcome {
    const actual = this.#versionOf(request.stream);
    if (!meets(request.expect, actual)) return this.#repeated(request) ?? { kind: 'conflict', actual };
    const recordedAt = Math.max(request.now, end.recordedAt);
    try {
      const version = this.#write(request, (actual ?? -1) + 1, end.position + 1, recordedAt);
      end.position += request.events.length;
      end.recordedAt = recordedAt;
      return { kind: 'appended', version, position: end.position };
    } catch (error) {
      if (!isUniqueViolation(error) || !this.#db.isTransaction) throw error;
      return this.#repeated(request) ?? { kind: 'duplicate', id: this.#taken(request) };
    }
  }

  // A statement is a savepoint of its own, so one event needs no other.
  #write({ stream, events }: AppendRequest, version: number, position: number, recordedAt: number): number {
    if (events.length === 1) {
      this.insert(position, stream, version, events[0]!, recordedAt);
      return version;
    }
    this.#db.exec('SAVEPOINT append');
    try {
      for (const [i, event] of events.entries()) this.insert(position + i, stream, version + i, event, recordedAt);
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK TO append; RELEASE append');
      throw error;
    }
    this.#db.exec('RELEASE append');
    return version + events.length - 1;
  }

  insert(position: number, stream: string, version: number, event: DraftedEvent, recordedAt: number): void {
    const envelope = sealEnvelope(event, new Date(recordedAt).toISOString(), version);
    this.#insert.run(position, stream, version, event.type, event.id, recordedAt, envelope);
  }

  #versionOf(stream: string): number | undefined {
    return (this.#lastVersion.get(stream)!['version'] as number | null) ?? undefined;
  }

  /** The first receipt, when these very events were appended to this stream by this command before. */
  #repeated({ stream, commandId, events }: AppendRequest): WriteOutcome | undefined {
    const found = events.map((event) => this.#byId.get(event.id));
    const first = found[0];
    const same = found.every(
      (row, i) =>
        row !== undefined &&
        row['stream'] === stream &&
        row['version'] === Number(first!['version']) + i &&
        isRepetition(String(row['envelope']), commandId, events[i]!),
    );
    const last = found.at(-1);
    if (!same || last === undefined) return undefined;
    return { kind: 'appended', version: Number(last['version']), position: Number(last['position']) };
  }

  #taken({ events }: AppendRequest): string {
    const ids = events.map((event) => event.id);
    return ids.find((id) => this.#byId.get(id) !== undefined) ?? ids.find((id, i) => ids.indexOf(id) !== i)!;
  }
}
