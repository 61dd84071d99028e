import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { envelopeBytes, openSqliteEventStore, type NewEvent } from '@panshi/event-store';

export type RawRow = readonly [
  stream: string,
  version: number,
  type: string,
  id: string,
  at: number,
  envelope: Uint8Array,
  regions: readonly string[],
];

/** A row as our own append would store it, and the regions it is found by, made before the clock starts. */
export const rawRows = (events: readonly NewEvent[]): RawRow[] =>
  events.map((event) => {
    const place = { stream: `case-${event.id}`, version: 0, position: '', commandId: event.id };
    const envelope = envelopeBytes({ ...event, ...place, recordedAt: '2026-03-01T08:00:00.000Z' });
    return [place.stream, 0, event.type, event.id, 1_772_352_000_000, envelope, event.regions];
  });

/** The baseline: plain node:sqlite on one thread, in a file our store has made, so with its schema and indexes. */
export class RawLog {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #insertRegion: StatementSync;
  #position = 0;

  static async create(path: string): Promise<RawLog> {
    const store = await openSqliteEventStore({ path });
    await store.close();
    return new RawLog(path);
  }

  constructor(path: string) {
    this.#db = new DatabaseSync(path);
    this.#db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    this.#insert = this.#db.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)');
    this.#insertRegion = this.#db.prepare('INSERT INTO regions VALUES (?, ?)');
  }

  /** Inserts in groups of `size`, each one commit. */
  insert(rows: readonly RawRow[], size: number): void {
    for (let at = 0; at < rows.length; at += size) {
      this.#db.exec('BEGIN IMMEDIATE');
      for (const [stream, version, type, id, recordedAt, envelope, regions] of rows.slice(at, at + size)) {
        this.#insert.run(++this.#position, stream, version, type, id, recordedAt, envelope);
        for (const region of regions) this.#insertRegion.run(region, this.#position);
      }
      this.#db.exec('COMMIT');
    }
  }

  close(): void {
    this.#db.close();
  }
}
