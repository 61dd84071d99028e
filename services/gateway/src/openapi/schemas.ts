import { type Field, fieldsOf, type FieldsType, type JsonSchema } from '@panshi/contracts';

export const ref = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` });

export const json = (schema: JsonSchema): object => ({ content: { 'application/json': { schema } } });

/** What is done at an address, with all else that is said of it. */
export const operation = (operationId: string, tag: string, summary: string, more: object): object => ({
  operationId,
  tags: [tag],
  summary,
  ...more,
});

const classOf = ({ of }: Field): FieldsType | undefined => (typeof of === 'function' ? of() : undefined);

const wordsOf = ({ title }: Field): string => `${title.zh} · ${title.en}`;

/** A field as OpenAPI has it. `allOf`, since what stands beside a bare `$ref` is not read. */
export const fieldSchema = (field: Field): JsonSchema => {
  const nested = classOf(field);
  const titles = { description: wordsOf(field), 'x-title': field.title };
  if (field.list) return { type: 'array', items: nested ? ref(nested.name) : field.of, ...field.list, ...titles };
  return nested ? { allOf: [ref(nested.name)], ...titles } : { ...field.of, ...titles };
};

const classSchema = (type: FieldsType): JsonSchema => {
  const fields = [...fieldsOf(type)];
  const required = fields.filter(([, { optional }]) => !optional).map(([name]) => name);
  return {
    type: 'object',
    ...(required.length > 0 && { required }),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, fieldSchema(field)])),
  };
};

/** Schemas of classes, and of all that is nested in them, by name. @throws {TypeError} when two classes have one name */
export const schemasOf = (types: Iterable<FieldsType>): Record<string, JsonSchema> => {
  const known = new Map<string, FieldsType>();
  const add = (type: FieldsType): void => {
    const same = known.get(type.name);
    if (same === type) return;
    if (same) throw new TypeError(`two classes are named ${type.name}`);
    known.set(type.name, type);
    for (const field of fieldsOf(type).values()) {
      const nested = classOf(field);
      if (nested) add(nested);
    }
  };
  for (const type of types) add(type);
  return Object.fromEntries([...known].map(([name, type]) => [name, classSchema(type)]));
};

const parameter = (name: string, place: 'path' | 'query', field: Field): object => ({
  name,
  in: place,
  required: place === 'path' || !field.optional,
  description: wordsOf(field),
  schema: fieldSchema(field),
});

/** The fields of a class that stand in the path of its address. */
export const pathParametersOf = (type: FieldsType, names: readonly string[]): readonly object[] =>
  [...fieldsOf(type)].filter(([name]) => names.includes(name)).map(([name, field]) => parameter(name, 'path', field));

/** The fields of a query as parameters: those named in its path, the others behind it. */
export const parametersOf = (type: FieldsType, inPath: readonly string[] = []): readonly object[] => [
  ...pathParametersOf(type, inPath),
  ...[...fieldsOf(type)]
    .filter(([name]) => !inPath.includes(name))
    .map(([name, field]) => parameter(name, 'query', field)),
];
