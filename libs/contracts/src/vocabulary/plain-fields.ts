import type { Bilingual } from './bilingual.ts';
import type { FieldOptions } from './field.ts';
import { answered, type Kind, many, mustBe, one } from './kind.ts';

const formOf = (version: string): RegExp =>
  new RegExp(`^[\\da-fA-F]{8}-[\\da-fA-F]{4}-${version}[\\da-fA-F]{3}-[89abAB][\\da-fA-F]{3}-[\\da-fA-F]{12}$`);
const versions = { 7: formOf('7'), any: formOf('[1-8]') };

/** Stored in small letters (RFC 9562): some systems write them in capitals, and it is the same id. */
const idKind = (version: keyof typeof versions): Kind => {
  const refused =
    version === 'any'
      ? mustBe('isUuid', '编号（UUID）', 'an id (UUID)')
      : mustBe('isUuid', '编号（UUIDv7）', 'an id (UUIDv7)');
  return {
    of: { type: 'string', format: 'uuid', pattern: versions[version].source },
    read: (value) =>
      typeof value === 'string' && value.length === 36 && versions[version].test(value) ? value.toLowerCase() : refused,
  };
};

/** An id that is ordered by time: UUIDv7. */
export const id = one(idKind(7));

/** A UUID of any version. */
export const anyId = one(idKind('any'));
export const anyIds = many(idKind('any'));

const notBoolean = mustBe('isBoolean', '是或否（true、false）', 'true or false');

/** True or false. */
export const boolean = one({
  of: { type: 'boolean' },
  read: (value) => (typeof value === 'boolean' ? value : notBoolean),
});

/** True, false or absent; also as the text `true` or `false` that a query string carries. */
export const optionalBoolean = (zh: string, en: string): PropertyDecorator =>
  one({
    of: { type: 'boolean' },
    read: (value) => {
      if (value === 'true' || value === 'false') return value === 'true';
      return typeof value === 'boolean' ? value : notBoolean;
    },
  })(zh, en, { optional: true });

/** `true`, or absent; `false` is refused. */
export const trueOrAbsent = (zh: string, en: string): PropertyDecorator =>
  one({
    of: { type: 'boolean', const: true },
    read: (value) => (value === true ? value : mustBe('equals', '是（true），或不填', 'true, or left out')),
  })(zh, en, { optional: true });

/** Choices with their titles, by code. */
export type Choices = Readonly<Record<string, Bilingual | { readonly title: Bilingual }>>;

const choiceKind = (choices: Choices): Kind => {
  const codes = Object.keys(choices);
  const told = codes.length > 12 ? [...codes.slice(0, 12), '…'] : codes;
  const refused = mustBe('isIn', `其中之一：${told.join('、')}`, `one of ${told.join(', ')}`);
  return {
    of: {
      type: 'string',
      enum: codes,
      'x-choices': Object.entries(choices).map(([value, choice]) => ({
        value,
        'x-title': 'title' in choice ? choice.title : choice,
      })),
    },
    read: (value) => (typeof value === 'string' && Object.hasOwn(choices, value) ? value : refused),
  };
};

/** One of the choices of a table, by its code. */
export const choice = (choices: Choices, zh: string, en: string, options?: FieldOptions): PropertyDecorator =>
  one(choiceKind(choices))(zh, en, options);

/** A list of choices. */
export const choices = (table: Choices, zh: string, en: string): PropertyDecorator => many(choiceKind(table))(zh, en);

/** An object whose fields are not known beforehand. Of answers. */
export const anyObject = one(answered({ type: 'object' }));

/** How many documents have each value of each facet. Of answers. */
export const facets = one(
  answered({
    type: 'object',
    additionalProperties: {
      type: 'array',
      items: {
        type: 'object',
        required: ['value', 'count'],
        properties: {
          value: { type: ['string', 'number', 'boolean', 'null'] },
          count: { type: 'integer', minimum: 1 },
        },
      },
    },
  }),
);
