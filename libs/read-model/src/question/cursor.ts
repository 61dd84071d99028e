import { hash } from 'node:crypto';
import { reject } from '../rejections.ts';
import type { FindOptions, Scalar } from '../view-reader.ts';

/** A mark of the question a cursor belongs to, and of its moment: it continues no other. */
const markOf = (view: string, { filter, text, within, sort, asOf }: FindOptions): string =>
  hash('sha256', JSON.stringify([view, filter, text, within, sort, asOf]), 'base64url').slice(0, 16);

/** An opaque cursor that carries where a page ended: the values sorted by, the last of them the id. */
export const toCursor = (view: string, asked: FindOptions, values: readonly Scalar[]): string =>
  Buffer.from(JSON.stringify([markOf(view, asked), ...values])).toString('base64url');

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** @throws {Rejection} `view.bad-cursor` when it is none of ours, damaged, or of another question or moment */
export const fromCursor = (view: string, asked: FindOptions, cursor: string, length: number): readonly Scalar[] => {
  const read = parse(cursor);
  if (!Array.isArray(read) || read.length !== length + 1 || read[0] !== markOf(view, asked))
    return reject('view.bad-cursor');
  const values = read.slice(1);
  return values.every(isScalar) && typeof values.at(-1) === 'string' ? values : reject('view.bad-cursor');
};

const parse = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
};
