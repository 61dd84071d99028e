import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isUniqueViolation } from '@panshi/database/sqlite';
import { isRepetition } from '../envelope.ts';
import { meets } from '../expected.ts';
import type { Expected } from '../port.ts';
import { isPrompt } from './late.ts';
import type { DraftedEvent } from '../draft.ts';
import type { AppendRequest, Receipt, WriteOutcome } from './protocol.ts';

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
  readonly #insertRegion: StatementSync;
  readonly #insertLate: StatementSync;
  readonly #byId: StatementSync;
  #lastTime = NaN;
  #lastInstant = '';

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#lastVersion = db.prepare('SELECT max(version) AS version FROM events WHERE stream = ?');
    this.#lastVersion.setReturnArrays(true);
    // SQLite puts the envelope together (see EnvelopeDraft), which spares this thread a string an event.
    this.#insert = db.prepare(
      `INSERT INTO events VALUES (?1, ?2, ?3, ?4, ?5, ?6, CAST(?7 || ?8 || ?9 || ?3 || '}' AS BLOB))`,
    );
    this.#insertRegion = db.prepare('INSERT OR IGNORE INTO regions VALUES (?, ?)');
    this.#insertLate = db.prepare('INSERT INTO late VALUES (?, ?)');
    this.#byId = db.prepare(
      'SELECT position, stream, version, CAST(envelope AS TEXT) AS envelope FROM events WHERE id = ?',
    );
  }

  append(end: LogEnd, request: AppendRequest): WriteOutcome {
    const [stream, expect, , now] = request;
    // Where none is expected the unique index looks, when the first version is written.
    const actual = expect === 'none' ? undefined : this.lastVersion(stream);
    if (!meets(expect, actual)) return this.#repeated(request) ?? { kind: 'conflict', actual };
    const recordedAt = Math.max(now, end.recordedAt);
    const events = request.slice(4) as DraftedEvent[];
    try {
      const version = this.#write(stream, events, (actual ?? -1) + 1, end.position + 1, recordedAt);
      end.position += events.length;
      end.recordedAt = recordedAt;
      return [version, end.position, recordedAt];
    } catch (error) {
      if (!isUniqueViolation(error) || !this.#db.isTransaction) throw error;
      return this.#repeated(request) ?? this.#violation(stream, expect, events);
    }
  }

  insert(position: number, stream: string, version: number, event: DraftedEvent, recordedAt: number): void {
    const [id, type, head, tail, occurredAt, ...regions] = event;
    this.#insert.run(position, stream, version, type, id, recordedAt, head, this.#instant(recordedAt), tail);
    for (const region of regions) this.#insertRegion.run(region, position);
    if (!isPrompt(occurredAt, recordedAt)) this.#insertLate.run(occurredAt, position);
  }

  lastVersion(stream: string): number | undefined {
    return (this.#lastVersion.get(stream) as unknown as [number | null])[0] ?? undefined;
  }

  // A statement is a savepoint of its own, and no other than the first is refused, so one event needs none.
  #write(stream: string, events: readonly DraftedEvent[], version: number, position: number, at: number): number {
    if (events.length === 1) {
      this.insert(position, stream, version, events[0]!, at);
      return version;
    }
    this.#db.exec('SAVEPOINT append');
    try {
      for (const [i, event] of events.entries()) this.insert(position + i, stream, version + i, event, at);
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec('ROLLBACK TO append; RELEASE append');
      throw error;
    }
    this.#db.exec('RELEASE append');
    return version + events.length - 1;
  }

  /** The first receipt, when these very events were appended to this stream by this command before. */
  #repeated([stream, , commandId, , ...events]: AppendRequest): Receipt | undefined {
    const found = events.map(([id]) => this.#byId.get(id));
    const first = found[0];
    const same = found.every(
      (row, i) =>
        row !== undefined &&
        row['stream'] === stream &&
        row['version'] === Number(first!['version']) + i &&
        isRepetition(String(row['envelope']), commandId, events[i]![2]),
    );
    const last = found.at(-1);
    return same && last !== undefined ? [Number(last['version']), Number(last['position'])] : undefined;
  }

  #violation(stream: string, expect: Expected, events: readonly DraftedEvent[]): WriteOutcome {
    const actual = this.lastVersion(stream);
    if (!meets(expect, actual)) return { kind: 'conflict', actual };
    const ids = events.map(([id]) => id);
    const taken = ids.find((id) => this.#byId.get(id) !== undefined) ?? ids.find((id, i) => ids.indexOf(id) !== i)!;
    return { kind: 'duplicate', id: taken };
  }

  #instant(time: number): string {
    if (time !== this.#lastTime) {
      this.#lastTime = time;
      this.#lastInstant = new Date(time).toISOString();
    }
    return this.#lastInstant;
  }
}
