import type { Schema, SchemaType } from 'mongoose';

/**
 * A declared field path, cut where it passes through an array: `items.code` of an array of items is `['items'],
 * ['code']`. `list` says that what it ends in is an array itself.
 */
export interface SchemaPath {
  readonly parts: readonly (readonly string[])[];
  readonly list: boolean;
  readonly type: string;
}

const segment = /^[\p{L}\p{N}_-]{1,64}$/u;

/** Finds a path in a view's schema; undefined where the schema declares no such field. */
export const schemaPath = (schema: Schema, path: string): SchemaPath | undefined => {
  const segments = path.split('.');
  if (segments.length > 8 || !segments.every((each) => segment.test(each))) return undefined;
  return step(schema, segments, [], []);
};

type Parts = SchemaPath['parts'];

const step = (
  schema: Schema,
  [head, ...rest]: readonly string[],
  within: readonly string[],
  parts: Parts,
  prefix = '',
): SchemaPath | undefined => {
  if (head === undefined) return undefined;
  const name = prefix + head;
  const part = [...within, head];
  const type = schema.path(name) as (SchemaType & { schema?: Schema }) | undefined;
  if (type === undefined)
    return schema.pathType(name) === 'nested' ? step(schema, rest, part, parts, `${name}.`) : undefined;
  const ends = rest.length === 0;
  if (type.instance === 'Array' || type.instance === 'DocumentArray') {
    if (ends) return { parts: [...parts, part], list: true, type: 'Array' };
    return type.schema && step(type.schema, rest, [], [...parts, part]);
  }
  if (ends) return { parts: [...parts, part], list: false, type: type.instance };
  if (type.instance === 'Map' || type.instance === 'Mixed')
    return { parts: [...parts, [...part, ...rest]], list: false, type: 'Mixed' };
  return type.schema && step(type.schema, rest, part, parts);
};
