import { Transform } from 'class-transformer';
import { Equals, IsBoolean, IsIn, IsLowercase, IsUUID } from 'class-validator';
import type { Bilingual } from './bilingual.ts';
import type { FieldOptions } from './field.ts';
import { type Kind, many, one } from './kind.ts';

/** In small letters only: two texts are two ids. */
const idKind = (version: '7' | 'all'): Kind => ({
  of: { type: 'string', format: 'uuid' },
  checks: (each) => [IsLowercase(each), IsUUID(version, each)],
});

/** An id that is ordered by time: UUIDv7. */
export const id = one(idKind('7'));

/** A UUID of any version. */
export const anyId = one(idKind('all'));
export const anyIds = many(idKind('all'));

/** True or false. */
export const boolean = one({ of: { type: 'boolean' }, checks: (each) => [IsBoolean(each)] });

/** True, false or absent; also as the text `true` or `false` that a query string carries. */
export const optionalBoolean = (zh: string, en: string): PropertyDecorator =>
  one({
    of: { type: 'boolean' },
    checks: () => [
      Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value)),
      IsBoolean(),
    ],
  })(zh, en, { optional: true });

/** `true`, or absent; `false` is refused. */
export const trueOrAbsent = (zh: string, en: string): PropertyDecorator =>
  one({ of: { type: 'boolean', enum: [true] }, checks: () => [Equals(true)] })(zh, en, { optional: true });

/** Choices with their titles, by code. */
export type Choices = Readonly<Record<string, Bilingual | { readonly title: Bilingual }>>;

const choiceKind = (choices: Choices): Kind => ({
  of: {
    type: 'string',
    enum: Object.keys(choices),
    'x-choices': Object.entries(choices).map(([value, choice]) => ({
      value,
      'x-title': 'title' in choice ? choice.title : choice,
    })),
  },
  checks: (each) => [IsIn(Object.keys(choices), each)],
});

/** One of the choices of a table, by its code. */
export const choice = (choices: Choices, zh: string, en: string, options?: FieldOptions): PropertyDecorator =>
  one(choiceKind(choices))(zh, en, options);

/** A list of choices. */
export const choices = (table: Choices, zh: string, en: string): PropertyDecorator => many(choiceKind(table))(zh, en);

/** An object whose fields are not known beforehand. In answers only: nothing of it is checked. */
export const anyObject = one({ of: { type: 'object' }, checks: () => [] });
