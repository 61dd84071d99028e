import type { SqlValue } from './value.ts';

/** A piece of SQL with the values of its placeholders: values are never part of the text. */
export interface Sql {
  readonly text: string;
  readonly values: readonly SqlValue[];
}

export const sql = (text: string, ...values: readonly SqlValue[]): Sql => ({ text, values });

/** Joins pieces with a word between; `none` where there is no piece. */
export const join = (pieces: readonly Sql[], word: 'AND' | 'OR', none = 'TRUE'): Sql => {
  if (pieces.length === 0) return sql(none);
  if (pieces.length === 1) return pieces[0]!;
  return {
    text: `(${pieces.map(({ text }) => text).join(` ${word} `)})`,
    values: pieces.flatMap(({ values }) => values),
  };
};

export const not = ({ text, values }: Sql): Sql => ({ text: `NOT ${text}`, values });

/** A name as SQL; it may hold anything but a double quote. */
export const quoted = (name: string): string => {
  if (name.includes('"')) throw new TypeError(`not a name: ${name}`);
  return `"${name}"`;
};
