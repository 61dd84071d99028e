import { type Field, fieldsOf, type FieldsType } from '@panshi/contracts';
import { Schema, type SchemaDefinition } from 'mongoose';

const plain: Readonly<Record<string, unknown>> = {
  string: String,
  number: Number,
  integer: Number,
  boolean: Boolean,
};

const definitionOf = ({ of, list }: Field): unknown => {
  if (typeof of !== 'function') {
    const value = plain[of['type'] as string] ?? Schema.Types.Mixed;
    return list ? [value] : value;
  }
  return list ? [new Schema(definitionsOf(of()), { _id: false })] : definitionsOf(of());
};

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
