import { OperatorError } from '@panshi/kernel';
import { CsvError, parse } from 'csv-parse/sync';
import { type RegionRow, regionRow, type Source } from './region-row.ts';

interface Line {
  readonly record: Readonly<Record<string, string>>;
  readonly info: { readonly lines: number };
}

const columns: readonly string[] = ['regionCode', 'name', 'level', 'codeSystem', 'edition', 'ring'];

/** Regions of a CSV file with a head. @throws {OperatorError} where it is none, or has a column that nobody knows */
export const csvRows = (text: string, source: Source): readonly RegionRow[] =>
  linesOf(text).map(({ record, info }) => {
    const { ring, ...named } = record;
    return regionRow(`line ${info.lines}`, named, ring ? corners(ring) : undefined, source);
  });

const linesOf = (text: string): readonly Line[] => {
  try {
    return parse(text, {
      bom: true,
      columns: known,
      info: true,
      trim: true,
      skip_empty_lines: true,
    }) as unknown as Line[];
  } catch (error) {
    throw error instanceof CsvError ? new OperatorError(`It is no CSV file: ${error.message}.`) : error;
  }
};

const known = (head: readonly string[]): string[] => {
  const other = head.find((name) => !columns.includes(name));
  if (other !== undefined) throw new OperatorError(`There is no column “${other}”. There are: ${columns.join(', ')}.`);
  const twice = head.find((name, i) => head.indexOf(name) < i);
  if (twice !== undefined) throw new OperatorError(`The column “${twice}” stands twice.`);
  return [...head];
};

/** `118.9 32.1;119 32.1;…`: longitude, latitude. */
const corners = (text: string) =>
  text.split(';').map((corner) => {
    const pair = corner.trim().split(/\s+/).map(degrees);
    return pair.length === 2 ? { lon: pair[0], lat: pair[1] } : {};
  });

/** Any other text stays what it is, and is refused as such. */
const degrees = (text: string): number | string => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);
