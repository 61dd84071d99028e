import { isSealed, type SealedRef } from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import { instantOf } from '@panshi/kernel';
import { type KeyStore, openPersonal } from '@panshi/privacy';
import type { Path } from './bodies.ts';

/** An event's data with what is sealed in clear. */
export const opened = async ({ id, stream, data }: RecordedEvent, keys: KeyStore): Promise<unknown> => {
  const open = async (value: unknown, path: string): Promise<unknown> => {
    if (typeof value !== 'object' || value === null) return value;
    if (isSealed(value)) {
      const sealed: SealedRef = { ...value, at: { stream, event: id, field: path } };
      const read = await openPersonal(sealed, keys);
      return read.status === 'open' ? read.value : undefined;
    }
    if (Array.isArray(value)) return Promise.all(value.map((item, i) => open(item, `${path}.${i}`)));
    const within = path === '' ? '' : `${path}.`;
    const entries = Object.entries(value).map(
      async ([name, inner]) => [name, await open(inner, within + name)] as const,
    );
    return Object.fromEntries(await Promise.all(entries)) as unknown;
  };
  return open(data, '');
};

/** Six decimals of a degree: a tenth of a metre. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** How a value that is taken may stand in the log: as it was sent, or in the normal form of its kind. */
export const normalForms = (value: unknown): readonly unknown[] => {
  if (typeof value === 'number') return [value, value + 0, rounded(value)];
  if (typeof value !== 'string') return [value];
  const unpadded = /^\d{12}$/.test(value) ? value.replace(/(?:000){1,2}$/, '') : value;
  const truth = value === 'true' || value === 'false' ? [value === 'true'] : [];
  return [value, value.normalize('NFC'), value.toLowerCase(), unpadded, instantOf(value), ...truth];
};

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const isIn = (data: unknown, forms: ReadonlySet<string>): boolean =>
  forms.has(JSON.stringify(data)) || (isObject(data) && Object.values(data).some((inner) => isIn(inner, forms)));

/** What stands under a name anywhere in data. */
const namedIn = (data: unknown, name: string): readonly unknown[] =>
  isObject(data)
    ? Object.entries(data).flatMap(([each, inner]) => [...(each === name ? [inner] : []), ...namedIn(inner, name)])
    : [];

/** Values, other than objects, that something consists of. */
const leaves = (value: unknown): readonly unknown[] =>
  isObject(value) ? Object.values(value).flatMap(leaves) : [value];

const isLike = (data: unknown, length: number): boolean => Array.isArray(data) && data.length === length;

/**
 * Whether data holds a value that was sent in a field, each part of it: under the field's name where data has that, else
 * anywhere. What is null, or no JSON at all, is as if it were absent.
 */
export const isRecorded = (value: unknown, path: Path, data: readonly unknown[]): boolean => {
  const name = path.findLast((each) => !/^\d+$/.test(each)) ?? '';
  const named = data.flatMap((each) => namedIn(each, name));
  const held = named.length > 0 ? named : data;
  if (Array.isArray(value) && named.length > 0 && !named.some((each) => isLike(each, value.length))) return false;
  return leaves(value)
    .filter((leaf) => leaf !== null && leaf !== undefined)
    .every((leaf) => {
      const forms = new Set(normalForms(leaf).map((form) => JSON.stringify(form)));
      return held.some((each) => isIn(each, forms));
    });
};

/** What the name of a stream may have been made of: `case-1-2` of `1-2`, or `2`. */
export const keysIn = (stream: string): readonly string[] =>
  stream.split('-').map((_, i, parts) => parts.slice(i).join('-'));
