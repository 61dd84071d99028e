import type { PageRequest } from '../pages.ts';
import type { OccurredSpan } from '../port.ts';
import { promptMs } from './late.ts';

export type Value = string | number;

/** SQL and the first of its values; places in the log follow. */
export interface Query {
  readonly sql: string;
  readonly values: readonly Value[];
}

/** Ordinals that an index knows: the first behind a place, and those behind a place up to another. */
interface Index {
  readonly first: Query;
  readonly among: Query;
}

/** The log as it is asked: for the first column of rows, and for what was recorded last at or before a time. */
export interface Lookup {
  column(sql: string, ...values: Value[]): readonly (Value | null)[];
  lastOrdinal(): number;
  ordinalAt(time: number): number;
}

interface Stretch {
  readonly indexes: readonly Index[];
  readonly end: number;
}

type Filtered = Omit<PageRequest, 'limit'>;

const firstOfEach = (table: string, field: string): string =>
  `SELECT min((SELECT min(position) FROM ${table} WHERE ${field} = value AND position > ?2)) FROM json_each(?1)`;
const stretch = 'position > ? AND position <= ?';

const ofTypes = (types: readonly string[]): Index => {
  const table = 'events INDEXED BY events_by_type';
  const one = types.map(() => '?').join();
  return {
    first: { sql: firstOfEach(table, 'type'), values: [JSON.stringify(types)] },
    among: { sql: `SELECT position FROM ${table} WHERE type IN (${one}) AND ${stretch}`, values: types },
  };
};

const ofRegions = (codes: readonly unknown[]): Index => {
  const values = [JSON.stringify(codes)];
  const some = 'SELECT position FROM regions WHERE region IN (SELECT value FROM json_each(?))';
  return { first: { sql: firstOfEach('regions', 'region'), values }, among: { sql: `${some} AND ${stretch}`, values } };
};

const ofLate = ({ from = '', to = '~' }: OccurredSpan): Index => {
  const [sql, values] = ['FROM late WHERE occurred_at >= ? AND occurred_at <= ? AND', [from, to]];
  return {
    first: { sql: `SELECT min(position) ${sql} position > ?`, values },
    among: { sql: `SELECT position ${sql} ${stretch}`, values },
  };
};

/** Codes that begin as one does; each is sought behind the one before it, however many events have that. */
const codesBelow = `
  WITH RECURSIVE found (code) AS (
    SELECT min(region) FROM regions WHERE region >= ?1 AND region < ?1 || ':' UNION ALL
    SELECT (SELECT min(region) FROM regions WHERE region > code AND region < ?1 || ':') FROM found WHERE code IS NOT NULL
  ) SELECT code FROM found WHERE code IS NOT NULL`;

/** What the indexes know of a filter: how far nothing passes it, and all that may within a stretch. */
export class Candidates {
  readonly #lookup: Lookup;
  #codes: { readonly of: string; readonly known: readonly unknown[] } | undefined;

  constructor(lookup: Lookup) {
    this.#lookup = lookup;
  }

  /** The furthest place, from one and at most up to another, up to which nothing passes. */
  skip(filter: Filtered): number {
    const { indexes, end } = this.#stretch(filter);
    const firsts = indexes.map(({ first: { sql, values } }) => {
      const [found] = this.#lookup.column(sql, ...values, filter.after);
      return typeof found === 'number' ? found - 1 : end;
    });
    return Math.min(end, Math.max(filter.after, ...firsts));
  }

  /** How far one look goes, and sets of ordinals: what passes up to there is in all of them. */
  within(filter: Filtered): { readonly end: number; readonly among: readonly Query[] } {
    const { indexes, end } = this.#stretch(filter);
    const among = indexes.map(({ among: { sql, values } }) => ({ sql, values: [...values, filter.after, end] }));
    return { among, end };
  }

  /**
   * What was recorded promptly in a span stands in a stretch; before and behind that stretch there is of it only what
   * was recorded late, or ahead of its time.
   */
  #stretch({ after, upTo, types, regions, occurred }: Filtered): Stretch {
    const indexes = [...(types ? [ofTypes(types)] : []), ...(regions ? [ofRegions(this.#codesOf(regions))] : [])];
    if (!occurred) return { indexes, end: upTo };
    const { from, to } = occurred;
    const first = from === undefined ? 0 : this.#lookup.ordinalAt(Date.parse(from) - 1);
    const last = to === undefined ? upTo : this.#lookup.ordinalAt(Date.parse(to) + promptMs);
    if (after >= first && after < last) return { indexes, end: Math.min(upTo, last) };
    return { indexes: [...indexes, ofLate(occurred)], end: after < first ? Math.min(upTo, first) : upTo };
  }

  /** Codes in the log of what lies in one of the regions, or what one of them lies in. */
  #codesOf(regions: readonly string[]): readonly unknown[] {
    const of = JSON.stringify([this.#lookup.lastOrdinal(), regions]);
    if (this.#codes?.of === of) return this.#codes.known;
    const known = regions.flatMap((region) => [
      ...[6, 9, 12].filter((length) => length < region.length).map((length) => region.slice(0, length)),
      ...this.#lookup.column(codesBelow, region),
    ]);
    this.#codes = { of, known };
    return known;
  }
}
