import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { isDamage, statementsOf } from '@panshi/database/sqlite';
import { parseEnvelope } from '../envelope.ts';
import { UnusableStore } from '../errors.ts';
import type { Page, PageRequest, SkippingSource } from '../pages.ts';
import { readMatcher } from '../read-matcher.ts';
import type { Position, ReadStreamOptions, RecordedEvent } from '../port.ts';
import { ordinalOf, toPosition } from '../position.ts';
import { Candidates, type Value } from './candidates.ts';

const pageBytes = 4 * 1_048_576;

type Row = readonly [position: number, envelope: string];
type Rows = { readonly events: readonly RecordedEvent[]; readonly full: boolean };

/** Reads pages of the log. No statement stays open between two pages. */
export class LogReader implements SkippingSource {
  readonly #db: DatabaseSync;
  readonly #prepare: (sql: string) => StatementSync;
  readonly #dataVersion: StatementSync;
  readonly #candidates: Candidates;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#prepare = statementsOf(db, true);
    this.#candidates = new Candidates({
      column: (sql, ...values) => this.#guard(() => this.#column(sql, values)),
      lastOrdinal: () => this.lastOrdinal(),
      ordinalAt: (time) => this.ordinalAt(time),
    });
    this.#dataVersion = db.prepare('PRAGMA data_version');
  }

  /** Changes whenever another connection, in this process or another, has committed. */
  dataVersion(): number {
    return Number(this.#dataVersion.get()!['data_version']);
  }

  /** The ordinal of the last event. */
  lastOrdinal(): number {
    return this.#one('SELECT position FROM log');
  }

  checkpoint(name: string): Position | undefined {
    const position = this.#one('SELECT position FROM checkpoints WHERE name = ?', name);
    return position === undefined || position === null ? undefined : toPosition(position);
  }

  /** The last ordinal recorded at or before the time: recorded times never go back, so halving finds it. */
  ordinalAt(time: number): number {
    let [low, high] = [0, this.lastOrdinal()];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#one('SELECT recorded_at FROM events WHERE position = ?', middle) <= time) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  skip(stretch: Omit<PageRequest, 'limit'>): number {
    return this.#candidates.skip(stretch);
  }

  /** A stretch is short, so its matches are found by the indexes first and then read in order. */
  page(request: PageRequest): Page {
    const { after, limit, streamPrefixes, occurred } = request;
    const { end, among } = this.#candidates.within(request);
    const conditions = ['position > ?', 'position <= ?', ...among.map(({ sql }) => `position IN (${sql})`)];
    const values: Value[] = [after, end, ...among.flatMap((each) => each.values)];
    if (streamPrefixes !== undefined) {
      conditions.push(`(${streamPrefixes.map(() => 'substr(+stream, 1, length(?)) = ?').join(' OR ') || 'FALSE'})`);
      values.push(...streamPrefixes.flatMap((prefix) => [prefix, prefix]));
    }
    const { events, full } = this.#read(`${conditions.join(' AND ')} ORDER BY position LIMIT ?`, values, limit);
    const reached = full ? ordinalOf(events.at(-1)!.position) : end;
    return { events: occurred ? events.filter(readMatcher({ occurred })) : events, reached };
  }

  /** A page of one stream; `full` when there may be more. */
  stream(stream: string, { from, to, direction, limit }: Required<ReadStreamOptions>): Rows {
    const order = direction === 'backwards' ? 'DESC' : 'ASC';
    return this.#read(
      `stream = ? AND version BETWEEN ? AND ? ORDER BY version ${order} LIMIT ?`,
      [stream, from, to],
      limit,
    );
  }

  close(): void {
    this.#db.close();
  }

  #read(where: string, values: readonly Value[], limit: number): Rows {
    const rows = `SELECT position, CAST(envelope AS TEXT) FROM events WHERE ${where}`;
    const events: RecordedEvent[] = [];
    let bytes = 0;
    this.#guard(() => {
      for (const row of this.#prepare(rows).iterate(...values, limit)) {
        const [position, envelope] = row as unknown as Row;
        events.push(decode(position, envelope));
        bytes += envelope.length;
        if (bytes > pageBytes) break;
      }
    });
    return { events, full: events.length === limit || bytes > pageBytes };
  }
  #one(sql: string, ...values: Value[]): number {
    return this.#guard(() => this.#prepare(sql).get(...values) as unknown as number[] | undefined)?.[0] as number;
  }

  #column(sql: string, values: readonly Value[]): (Value | null)[] {
    return this.#prepare(sql)
      .all(...values)
      .map((row) => (row as unknown as readonly (Value | null)[])[0]!);
  }

  #guard<T>(read: () => T): T {
    try {
      return read();
    } catch (error) {
      if (isDamage(error)) throw new UnusableStore('the log is damaged: restore it from a backup', { cause: error });
      throw error;
    }
  }
}

const decode = (position: number, envelope: string): RecordedEvent => {
  try {
    return parseEnvelope(envelope, toPosition(position));
  } catch (error) {
    if (error instanceof UnusableStore) throw error;
    throw new UnusableStore(`the event at ${toPosition(position)} is damaged: restore the log from a backup`, {
      cause: error,
    });
  }
};
