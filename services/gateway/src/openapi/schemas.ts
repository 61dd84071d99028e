import { type Field, fieldsOf, type FieldsType, type JsonSchema, type Needed } from '@panshi/contracts';

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const json = (schema: JsonSchema): object => ({ content: { 'application/json': { schema } } });

const classOf = ({ of }: Field): FieldsType | undefined => (typeof of === 'function' ? of() : undefined);

export const wordsOf = ({ title }: Field): string => `${title.zh} · ${title.en}`;

/** A field as JSON Schema has it. */
export const fieldSchema = (field: Field): JsonSchema => {
  const nested = classOf(field);
  const one = nested ? ref(nested.name) : (field.of as JsonSchema);
  const whole = field.list ? { type: 'array', items: one, ...field.list } : one;
  return { ...whole, description: wordsOf(field), 'x-title': field.title };
};

/** What must be there where another field is, or says something, or where others are not. */
const conditionsOf = (fields: Iterable<[string, Field]>): readonly JsonSchema[] =>
  [...fields].flatMap(([name, { needed }]) => (needed ? [conditionOf(name, needed)] : []));

const conditionOf = (name: string, needed: Needed): JsonSchema => {
  if ('without' in needed) return { anyOf: [name, ...needed.without].map((each) => ({ required: [each] })) };
  const { field, is } = needed;
  const says = is !== undefined && { properties: { [field]: { const: is } } };
  return { if: { required: [field], ...says }, then: { required: [name] } };
};

/** An object of a class's fields. @param taken whether clients send it, and so no field that the class does not have */
const objectOf = (fields: ReadonlyMap<string, Field>, taken: boolean): JsonSchema => {
  const required = [...fields].filter(([, { optional }]) => !optional).map(([name]) => name);
  const conditions = conditionsOf(fields);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries([...fields].map(([name, field]) => [name, fieldSchema(field)])),
    ...(taken && { additionalProperties: false }),
    ...(conditions.length > 0 && { allOf: conditions }),
  };
};

/** The fields that stand in a body, where others stand in its path. */
const fieldsBeside = (type: FieldsType, inPath: readonly string[]): ReadonlyMap<string, Field> =>
  new Map([...fieldsOf(type)].filter(([name]) => !inPath.includes(name)));

/** What is sent to an address: the fields of a class, but those that stand in its path. */
export interface Body {
  readonly type: FieldsType;
  readonly inPath: readonly string[];
}

/** Whether a body may be left away. */
export const isOptional = ({ type, inPath }: Body): boolean =>
  [...fieldsBeside(type, inPath).values()].every(({ optional }) => optional);

const nestedIn = (types: Iterable<FieldsType>): ReadonlySet<FieldsType> => {
  const found = new Set<FieldsType>();
  const add = (type: FieldsType): void => {
    if (found.has(type)) return;
    found.add(type);
    for (const field of fieldsOf(type).values()) {
      const nested = classOf(field);
      if (nested) add(nested);
    }
  };
  for (const type of types) add(type);
  return found;
};

/**
 * Schemas of bodies and of answers, and of all that is nested in them, by name of their class.
 * @throws {TypeError} when two classes have one name
 */
export const schemasOf = (bodies: readonly Body[], answers: readonly FieldsType[]): Record<string, JsonSchema> => {
  const taken = nestedIn(bodies.map(({ type }) => type));
  const schemas: Record<string, JsonSchema> = {};
  const inPathOf = new Map(bodies.map(({ type, inPath }) => [type, inPath]));
  for (const type of new Set([...taken, ...nestedIn(answers)])) {
    if (Object.hasOwn(schemas, type.name)) throw new TypeError(`two classes are named ${type.name}`);
    schemas[type.name] = objectOf(fieldsBeside(type, inPathOf.get(type) ?? []), taken.has(type));
  }
  return schemas;
};
