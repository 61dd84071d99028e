import { Type } from 'class-transformer';
import { IsDefined, ValidateNested } from 'class-validator';
import type { FieldOptions, FieldsType } from './field.ts';
import { type Kind, type ListOptions, many, one } from './kind.ts';

const nested = (type: () => FieldsType): Kind => ({
  of: type,
  checks: (each) => [Type(type), ValidateNested(each)],
});

/** An object with fields of its own. Checked to be there: what nests alone would let an absent one pass. */
export const body = (type: () => FieldsType, zh: string, en: string, options: FieldOptions = {}): PropertyDecorator =>
  one({
    ...nested(type),
    checks: (each) => [...nested(type).checks(each), ...(options.optional ? [] : [IsDefined()])],
  })(zh, en, options);

/** A list of objects of one class. */
export const list = (type: () => FieldsType, zh: string, en: string, options?: ListOptions): PropertyDecorator =>
  many(nested(type))(zh, en, options);
