import 'reflect-metadata';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';
import type { FieldOptions, FieldsType } from './field.ts';
import type { Bilingual } from './bilingual.ts';
import { type FieldDecorator, type Kind, type ListOptions, many, mustBe, one } from './kind.ts';
import { text } from './text-fields.ts';

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

/** What nests alone would let an absent one pass, and a list of such, or of lists, in the place of one. */
const nested = (type: () => FieldsType): Kind => ({
  of: type,
  checks: (each) => [
    Type(type),
    ValidateNested(each),
    ValidateBy({ name: 'object', validator: { validate: isObject } }, mustBe(each, 'an object')),
  ],
});

/** An object with fields of its own. */
export const body = (type: () => FieldsType, zh: string, en: string, options?: FieldOptions): PropertyDecorator =>
  one(nested(type))(zh, en, options);

class TitleText implements Bilingual {
  @text('中文', 'Chinese', { max: 200 })
  readonly zh!: string;

  @text('英文', 'English', { max: 200 })
  readonly en!: string;
}

/** A text in both languages. */
export const bilingual: FieldDecorator = (zh, en, options) => body(() => TitleText, zh, en, options);

/** A list of objects of one class. */
export const list = (type: () => FieldsType, zh: string, en: string, options?: ListOptions): PropertyDecorator =>
  many(nested(type))(zh, en, options);
