import type { FieldsType } from '@panshi/contracts';
import { type Path, pathsOf } from './bodies.ts';
import type { HostileValue } from './values.ts';

/** One field of one message, with one value. */
export interface Attack<Value = HostileValue> {
  readonly type: FieldsType;
  readonly path: Path;
  readonly value: Value;
}

/** Each value in each field of each message. */
export const attacksOn = <Value>(types: readonly FieldsType[], values: readonly Value[]): readonly Attack<Value>[] =>
  types.flatMap((type) => pathsOf(type).flatMap((path) => values.map((value) => ({ type, path, value }))));

/** What to call an attack. */
export const nameOf = ({ type, path, value }: Attack<{ readonly name: string }>): string =>
  `${type.name}.${path.join('.')} ${value.name}`;

/** What JSON says; undefined where it is none. */
export const parsedOf = ({ json }: HostileValue): unknown => {
  try {
    return typeof json === 'string' ? JSON.parse(json) : undefined;
  } catch {
    return undefined;
  }
};

/** A value as an address writes it. */
export const asText = (value: HostileValue): string => {
  const { json } = value;
  if (typeof json !== 'string') return [...json.subarray(1, -1)].map((byte) => `%${byte.toString(16)}`).join('');
  const parsed = parsedOf(value);
  return encodeURIComponent((typeof parsed === 'string' ? parsed.toWellFormed() : json).slice(0, 1500));
};

/** What an address says; undefined where it is not encoded rightly. */
export const saidBy = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
};

/** Stands in a body where the value is put in as bytes. */
export const here = '@@here@@';

/** A body with a value in its place. */
export const bytesWith = (body: unknown, { json }: HostileValue): Buffer => {
  const [before = '', after = ''] = JSON.stringify(body).split(`"${here}"`);
  return Buffer.concat([Buffer.from(before), Buffer.from(json as string), Buffer.from(after)]);
};
