import type { Comparison, Test } from '../question/condition.ts';
import { join, type Sql, sql } from './sql.ts';
import { bounds, toSql } from './value.ts';

const comparisons: Readonly<Record<Comparison, string>> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' };

/** A stretch of the numbers, or of all text: a value of the other type is in neither. */
const range = (x: string, asked: readonly (readonly [Comparison, string | number])[]): Sql => {
  const isText = typeof asked[0]![1] === 'string';
  const operands = asked.map(([way, operand]) => [comparisons[way], toSql(operand)] as const);
  const low = operands.some(([sign]) => sign.startsWith('>'))
    ? []
    : [isText ? `>= ${bounds.text}` : `> ${bounds.absent}`];
  const high = operands.some(([sign]) => sign.startsWith('<')) ? [] : [`< ${isText ? bounds.afterText : bounds.text}`];
  return join(
    [
      ...operands.map(([sign, operand]) => sql(`${x} ${sign} ?`, operand)),
      ...[...low, ...high].map((end) => sql(`${x} ${end}`)),
    ],
    'AND',
  );
};

/** SQL for a test of one value, not turned round. */
export const valueTest = (test: Exclude<Test, { kind: 'presence' }>, x: string): Sql => {
  if (test.kind === 'range') return range(x, test.bounds);
  if (test.kind === 'prefix') {
    const { prefix, end } = test;
    return range(x, [['$gte', prefix], ...(end === undefined ? [] : [['$lt', end] as const])]);
  }
  const wanted = test.values.map(toSql);
  return wanted.length === 1 ? sql(`${x} = ?`, ...wanted) : sql(`${x} IN (${wanted.map(() => '?').join()})`, ...wanted);
};
