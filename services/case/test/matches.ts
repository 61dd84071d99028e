import type { Filter, ViewDocument } from '@panshi/read-model';

/** The operators that this service's reactors and queries use, meaning what a view store means by them. */
export const matches = (document: ViewDocument, { $and = [], $or, ...fields }: Filter): boolean =>
  $and.every((each) => matches(document, each)) &&
  (!$or || $or.some((each) => matches(document, each))) &&
  Object.entries(fields).every(([name, wanted]) => {
    const value = (document as unknown as Record<string, unknown>)[name];
    if (wanted === undefined) return true;
    if (typeof wanted !== 'object' || wanted === null)
      return Array.isArray(value) ? value.includes(wanted) : value === wanted;
    return Object.entries(wanted).every(([operator, operand]) => operators[operator]!(value, operand as never));
  });

const operators: Readonly<Record<string, (value: unknown, operand: never) => boolean>> = {
  $exists: (value, operand: boolean) => (value !== undefined) === operand,
  $prefix: (value, operand: string) => String(value).startsWith(operand),
  $in: (value, operand: readonly unknown[]) => operand.includes(value),
  $gte: (value, operand: string) => String(value) >= operand,
  $lte: (value, operand: string) => String(value) <= operand,
};
