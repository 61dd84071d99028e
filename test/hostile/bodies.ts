import { type Field, fieldsOf, type FieldsType, type JsonSchema } from '@panshi/contracts';

/** Known values by the name of a field. */
export type Known = Readonly<Record<string, unknown>>;

/** A field in a body, by the names on the way to it; `0` is the first item of a list. */
export type Path = readonly string[];

/** One of each code: a field takes the first that its pattern allows. */
const codes = [
  '320113',
  '320113001',
  '320113001001',
  '320113001001001',
  '204',
  '20401',
  '2',
  '13800000000',
  '24:00',
  '09:00',
  '+08:00',
  '2026-03',
  '118.8,32.0,119.2,32.3',
  'hostile-1',
  'URBAN',
  'CaseClosed',
  'a'.repeat(64),
];

const bySchema = ({ type, enum: choices, minimum, format, pattern }: JsonSchema): unknown => {
  if (choices) return (choices as readonly unknown[])[0];
  if (type === 'integer' || type === 'number') return minimum ?? 1;
  if (type === 'boolean') return true;
  if (format === 'uuid') return '01890000-abcd-7000-8000-000000000001';
  if (format === 'date') return '2026-03-02';
  if (format === 'date-time') return '2026-03-02T01:00:00.000Z';
  const form = new RegExp(String(pattern), 'u');
  return form.test('演示') ? '演示' : codes.find((code) => form.test(code));
};

/** A body of a class that is right as far as its fields can say: what is needed, and what lies on the way to a field. */
export const bodyOf = (type: FieldsType, known: Known, path: Path = []): Record<string, unknown> => {
  const [next, ...rest] = path;
  const wanted = [...fieldsOf(type)].filter(([name, { optional }]) => !optional || name === next || name in known);
  return Object.fromEntries(
    wanted.map(([name, field]) => [name, valueOf(name, field, known, name === next ? rest : [])]),
  );
};

const valueOf = (name: string, field: Field, known: Known, path: Path): unknown => {
  const { of, list } = field;
  if (name in known && path.length === 0) return known[name];
  const one = (rest: Path): unknown => (typeof of === 'function' ? bodyOf(of(), known, rest) : bySchema(of));
  if (!list) return one(path);
  return Array.from({ length: Math.max(1, list.minItems) }, () => one(path.slice(1)));
};

/** Every field of a class, and of what nests in it. */
export const pathsOf = (type: FieldsType): readonly Path[] =>
  [...fieldsOf(type)].flatMap(([name, { of, list }]) => {
    const item = list ? [name, '0'] : [name];
    const within = typeof of === 'function' ? pathsOf(of()).map((path) => [...item, ...path]) : [];
    return [[name], ...(list ? [item] : []), ...within];
  });

/** A body with something else in place of a field. */
export const replaced = (body: unknown, [name, ...rest]: Path, value: unknown): unknown => {
  if (name === undefined) return value;
  if (Array.isArray(body)) return body.map((item, i) => (String(i) === name ? replaced(item, rest, value) : item));
  const fields = body as Record<string, unknown>;
  return { ...fields, [name]: replaced(fields[name], rest, value) };
};

/** What stands at a path in a body. */
export const valueAt = (body: unknown, path: Path): unknown =>
  path.reduce((value: unknown, name) => Reflect.get(Object(value) as object, name) as unknown, body);

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether what stands in a field has its shape, whatever it holds: a list, an object, or neither. */
export const isShaped = (type: FieldsType, [name = '', ...rest]: Path, value: unknown): boolean => {
  const { of, list } = fieldsOf(type).get(name)!;
  const within = list ? rest.slice(1) : rest;
  if (within.length > 0) return isShaped((of as () => FieldsType)(), within, value);
  const isOne = (one: unknown): boolean =>
    typeof of === 'function' ? isPlain(one) : one === undefined || Object(one) !== one;
  if (!list || rest.length > 0) return isOne(value);
  return Array.isArray(value) && value.every(isOne);
};
