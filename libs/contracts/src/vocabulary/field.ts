import type { Bilingual } from './bilingual.ts';

/** A JSON schema as OpenAPI 3.1 has it: of draft 2020-12. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A class whose fields are declared: a command, a query, an answer, or a part of one. */
export type FieldsType<T extends object = object> = new () => T;

/** How many items a list has, as its schema says it. */
export interface ListBounds {
  readonly minItems: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  /** The field by which no two objects are alike. */
  readonly 'x-unique-by'?: string;
}

/** What makes a field needed: another that is there and, where told, says this; or others of which none is there. */
export type Needed = { readonly field: string; readonly is?: string } | { readonly without: readonly string[] };

/** What is known of a field without a value at hand. */
export interface Field {
  readonly title: Bilingual;
  readonly optional: boolean;
  /** When it must be there after all. */
  readonly needed?: Needed | undefined;
  /** What a value looks like in JSON, or the class of what is nested. */
  readonly of: JsonSchema | (() => FieldsType);
  /** A value in its normal form, or why it is refused; of a list, of each item. What is nested is read by its class. */
  readonly read: (value: unknown) => unknown;
  /** Of a list: its bounds; `of` is then what each item is. */
  readonly list?: ListBounds;
}

export interface FieldOptions {
  /** Whether it may be left out; null is refused in its place. */
  readonly optional?: true;
  /** When it must be there; elsewhere it may be left out. */
  readonly when?: Needed;
}

const declared = new Map<object, Map<string, Field>>();

/** Declares a field of a class. */
export const declare =
  (field: Omit<Field, 'optional' | 'needed'>, { optional, when }: FieldOptions) =>
  (target: object, property: string | symbol): void => {
    const fields = declared.get(target) ?? new Map<string, Field>();
    const whole = { ...field, optional: optional === true || when !== undefined, needed: when };
    declared.set(target, fields.set(String(property), whole));
  };

const known = new Map<FieldsType, ReadonlyMap<string, Field>>();

/** The fields of a class, those it inherits first. Asked for once its decorators have run. */
export const fieldsOf = (type: FieldsType): ReadonlyMap<string, Field> => {
  const found = known.get(type);
  if (found) return found;
  const fields = new Map(chainOf(type.prototype).flatMap((target) => [...(declared.get(target) ?? [])]));
  known.set(type, fields);
  return fields;
};

const chainOf = (target: object | null): readonly object[] =>
  target === null ? [] : [...chainOf(Object.getPrototypeOf(target) as object | null), target];

const names = new Map<FieldsType, readonly string[]>();

const namesOf = (type: FieldsType): readonly string[] => {
  const found = names.get(type) ?? [...fieldsOf(type).keys()];
  names.set(type, found);
  return found;
};

/**
 * The fields of a class out of something that has them, and perhaps others; what is absent stays undefined. An object of
 * the class: all of them have one shape, and pages of them are written in half the time.
 */
export const fieldsFrom = <T extends object>(type: FieldsType<T>, source: T): T => {
  const picked = new type();
  for (const name of namesOf(type) as readonly (keyof T)[]) {
    const value = source[name];
    if (value !== undefined) picked[name] = value;
  }
  return picked;
};
