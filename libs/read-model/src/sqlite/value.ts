import type { Scalar } from '../view-reader.ts';

/**
 * Values as columns hold them, so that SQLite orders and tells them apart as MongoDB does: null and absent before
 * numbers before text before booleans, and no type equal to another. JSON knows no infinity and no bytes, which
 * therefore stand for null and the booleans.
 */
export type SqlValue = number | string | Uint8Array;

export const absent = Number.NEGATIVE_INFINITY;
const falseBytes = Uint8Array.of(0);
const trueBytes = Uint8Array.of(1);

export const toSql = (value: Scalar | undefined): SqlValue => {
  if (value === null || value === undefined) return absent;
  return typeof value === 'boolean' ? (value ? trueBytes : falseBytes) : value;
};

export const fromSql = (value: SqlValue): Scalar => {
  if (value === absent) return null;
  return value instanceof Uint8Array ? value[0] === 1 : value;
};

/** SQL for the least of numbers' lower neighbours, of text, and of what comes after text. */
export const bounds = { absent: '-9e999', text: `''`, afterText: `x''` };

/** SQL that turns a JSON value, given its type and its value as SQL expressions, into a column's value. */
export const encoded = (type: string, value: string): string =>
  `CASE ${type} WHEN 'true' THEN x'01' WHEN 'false' THEN x'00' WHEN 'object' THEN x'02' WHEN 'array' THEN x'02' ` +
  `ELSE ifnull(${value}, ${bounds.absent}) END`;
