import type { Bilingual } from './bilingual.ts';
import type { FieldOptions, FieldsType } from './field.ts';
import { type FieldDecorator, type Kind, type ListOptions, many, one } from './kind.ts';
import { noObject } from './refusal.ts';
import { text } from './text-fields.ts';

/** What nests is read by its class, field by field (`readMessage`). */
const nested = (type: () => FieldsType): Kind => ({ of: type, read: () => noObject });

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
