import { type Field, fieldsOf, type FieldsType } from '@panshi/contracts';
import type { SchemaDefinition } from 'mongoose';
import { Schema } from './schema.ts';

const plain: Readonly<Record<string, unknown>> = {
  string: String,
  number: Number,
  integer: Number,
  boolean: Boolean,
};

const definitionOf = ({ of, list, optional }: Field): unknown => {
  const nested = typeof of === 'function' ? definitionsOf(of()) : undefined;
  if (!list) return nested ?? valueOf(of);
  const type = [nested ? new Schema(nested, { _id: false }) : valueOf(of)];
  // A list that may be absent is not made up where it is.
  return optional ? { type, default: undefined } : type;
};

const valueOf = (of: Field['of']): unknown => plain[Reflect.get(of, 'type') as string] ?? Schema.Types.Mixed;

const definitionsOf = (type: FieldsType, without: readonly string[] = []): SchemaDefinition =>
  Object.fromEntries(
    [...fieldsOf(type)].filter(([name]) => !without.includes(name)).map(([name, field]) => [name, definitionOf(field)]),
  ) as SchemaDefinition;

/**
 * The schema of a view's documents that hold the fields of an answer: all but some, and others, or otherwise (what is
 * personal is sealed in a view). Indexes are added to what it returns.
 */
export const viewSchema = (type: FieldsType, more: SchemaDefinition = {}, without: readonly string[] = []): Schema =>
  new Schema({ _id: String, _version: Number, ...definitionsOf(type, without), ...more });
