import 'reflect-metadata';
import { ValidateIf } from 'class-validator';
import type { Bilingual } from './bilingual.ts';

/** A JSON schema as OpenAPI 3.0 has it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A class whose fields are declared: a command, a query, an answer, or a part of one. */
export type FieldsType<T extends object = object> = new () => T;

/** What is known of a field without a value at hand. */
export interface Field {
  readonly title: Bilingual;
  readonly optional: boolean;
  /** What a value looks like in JSON, or the class of what is nested. */
  readonly of: JsonSchema | (() => FieldsType);
  /** Of a list: its bounds; `of` is then what each item is. */
  readonly list?: JsonSchema;
}

export interface FieldOptions {
  /** Whether it may be left out; null is refused in its place. */
  readonly optional?: true;
  /** Whether it is looked at, by what else the body holds; elsewhere it may be anything. */
  readonly when?: (body: never) => boolean;
}

const declared = new Map<object, Map<string, Field>>();

/** Declares a field of a class, with what refuses other values at the border. */
export const declare =
  (field: Omit<Field, 'optional'>, { optional, when }: FieldOptions, checks: readonly PropertyDecorator[]) =>
  (target: object, property: string | symbol): void => {
    const fields = declared.get(target) ?? new Map<string, Field>();
    declared.set(target, fields.set(String(property), { ...field, optional: optional === true || when !== undefined }));
    for (const check of checks) check(target, property);
    if (when) ValidateIf(when as (body: object) => boolean)(target, property);
    if (optional) ValidateIf((_, value) => value !== undefined)(target, property);
  };

const known = new Map<FieldsType, ReadonlyMap<string, Field>>();

/** The fields of a class, those it inherits first. Asked for once its decorators have run. */
export const fieldsOf = (type: FieldsType): ReadonlyMap<string, Field> => {
  const fields =
    known.get(type) ?? new Map(chainOf(type.prototype).flatMap((target) => [...(declared.get(target) ?? [])]));
  known.set(type, fields);
  return fields;
};

const chainOf = (target: object | null): readonly object[] =>
  target === null ? [] : [...chainOf(Object.getPrototypeOf(target) as object | null), target];

/** The fields of a class out of something that has them, and perhaps others; what is absent stays away. */
export const fieldsFrom = <T extends object>(type: FieldsType<T>, source: T): T =>
  Object.fromEntries(
    [...fieldsOf(type).keys()]
      .map((name) => [name, Reflect.get(source, name) as unknown] as const)
      .filter(([, value]) => value !== undefined),
  ) as T;
