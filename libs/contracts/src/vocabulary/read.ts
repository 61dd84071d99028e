import type { Bilingual } from './bilingual.ts';
import { type Field, fieldsOf, type FieldsType, type Needed } from './field.ts';
import { missing, noObject, Refusal, unknownField } from './refusal.ts';

/** One field that breaks a rule. Never its value, which may be personal. */
export interface RefusedField {
  /** Dotted path, array places by number. */
  readonly field: string;
  /** Absent where nothing of that name is known. */
  readonly title?: Bilingual;
  readonly rule: string;
  /** What goes on after the title. */
  readonly words: Bilingual;
}

/** Fields that a refusal names at most; what comes after them is not looked at. */
export const mostRefused = 20;

/** Characters of an unknown field's name that a refusal repeats. */
const longestName = 32;

type Read<T> = { readonly message: T } | { readonly refused: readonly RefusedField[] };

/**
 * A message of a class out of what somebody sent: every field as its kind reads it, and no other. Each field is refused for
 * the first rule that it breaks, sizes before all else. What there is to do grows with what was sent and no faster.
 */
export const readMessage = <T extends object>(type: FieldsType<T>, sent: unknown): Read<T> => {
  const refusals = new Refusals();
  const message = isObject(sent) ? readObject(type, sent, '', refusals) : refusals.add('', noObject);
  return refusals.all.length > 0 ? { refused: refusals.all } : { message: message as T };
};

class Refusals {
  readonly all: RefusedField[] = [];

  get isFull(): boolean {
    return this.all.length >= mostRefused;
  }

  add(field: string, { rule, words }: Refusal, title?: Bilingual): undefined {
    this.all.push({ field, ...(title && { title }), rule, words });
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param above what the object lies in, with a dot */
const readObject = (
  type: FieldsType,
  sent: Readonly<Record<string, unknown>>,
  above: string,
  refusals: Refusals,
): object => {
  const fields = fieldsOf(type);
  for (const name of Object.keys(sent)) {
    if (refusals.isFull) break;
    if (!fields.has(name) && sent[name] !== undefined) refusals.add(above + shortened(name), unknownField);
  }
  const message = new type();
  for (const [name, field] of fields) {
    if (refusals.isFull) break;
    const value = Object.hasOwn(sent, name) ? sent[name] : undefined;
    const read = value === undefined ? absent(field, sent) : readField(field, value, above + name, refusals);
    if (read instanceof Refusal) refusals.add(above + name, read, field.title);
    else if (read !== undefined) Reflect.set(message, name, read);
  }
  return message;
};

const shortened = (name: string): string => {
  const characters = [...name.slice(0, 2 * longestName)];
  return name.length > longestName ? `${characters.slice(0, longestName - 1).join('')}…` : name;
};

const absent = ({ optional, needed }: Field, sent: object): Refusal | undefined =>
  !optional || (needed && isNeeded(needed, sent)) ? missing : undefined;

const isNeeded = (needed: Needed, sent: object): boolean => {
  const said = (name: string): unknown => Reflect.get(sent, name);
  if ('without' in needed) return needed.without.every((name) => said(name) === undefined);
  const { field, is } = needed;
  return is === undefined ? said(field) !== undefined : said(field) === is;
};

const readField = (field: Field, value: unknown, path: string, refusals: Refusals): unknown =>
  field.list ? readList(field, value, path, refusals) : readOne(field, value, path, refusals);

const readOne = ({ of, read }: Field, value: unknown, path: string, refusals: Refusals): unknown => {
  if (typeof of !== 'function') return read(value);
  return isObject(value) ? readObject(of(), value, `${path}.`, refusals) : noObject;
};

const readList = (field: Field, value: unknown, path: string, refusals: Refusals): unknown => {
  const { minItems = 0, maxItems = Infinity, uniqueItems, 'x-unique-by': by } = field.list ?? {};
  if (!Array.isArray(value)) return noList;
  if (value.length > maxItems)
    return sized('arrayMaxSize', `过多，至多${maxItems}项`, `has too many items: at most ${maxItems}`);
  const before = refusals.all.length;
  const items: unknown[] = [];
  for (const [i, item] of value.entries()) {
    if (refusals.isFull) return items;
    const read = readOne(field, item, `${path}.${i}`, refusals);
    if (read instanceof Refusal) return read === noObject ? eachObject : read.ofEach();
    items.push(read);
  }
  if (items.length < minItems)
    return sized('arrayMinSize', `过少，至少${minItems}项`, `has too few items: at least ${minItems}`);
  if (refusals.all.length > before || !(uniqueItems || by)) return items;
  const known = by ? items.map((item) => Reflect.get(Object(item), by) as unknown) : items;
  return new Set(known).size < items.length ? repeated : items;
};

const sized = (rule: string, zh: string, en: string): Refusal => new Refusal(rule, { zh, en });
const noList = new Refusal('isArray', { zh: '应为一个列表', en: 'must be a list' });
const eachObject = noObject.ofEach();
const repeated = new Refusal('arrayUnique', { zh: '不得重复', en: 'must not hold the same twice' });
