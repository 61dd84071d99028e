import type { Filter, ViewDocument } from '@panshi/read-model';

/** The operators this service's reactors and facts use, meaning what a view store means by them. */
export const matches = (document: ViewDocument, { $and = [], $or, ...fields }: Filter): boolean =>
  $and.every((each) => matches(document, each)) &&
  (!$or || $or.some((each) => matches(document, each))) &&
  Object.entries(fields).every(([name, wanted]) => {
    const value: unknown = Reflect.get(document, name);
    if (wanted === undefined) return true;
    if (typeof wanted !== 'object' || wanted === null) return value === wanted;
    return Object.entries(wanted).every(([operator, operand]) => operators[operator]!(value, operand as never));
  });

const operators: Readonly<Record<string, (value: unknown, operand: never) => boolean>> = {
  $prefix: (value, operand: string) => [value].flat().some((item) => String(item).startsWith(operand)),
  $in: (value, operand: readonly unknown[]) => [value].flat().some((item) => operand.includes(item)),
};
