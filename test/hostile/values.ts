import { raw } from './values/bytes.ts';
import { citizens, codes, ids } from './values/codes.ts';
import { moments } from './values/moments.ts';
import { numbers, numbersInText } from './values/numbers.ts';
import { shapes, upper } from './values/shapes.ts';
import { strange, unseen } from './values/texts.ts';

/** A value as JSON writes it, in text or in bytes that are none. */
export interface HostileValue {
  readonly name: string;
  readonly json: string | Buffer;
}

/** A value made of what is right in its place. */
export interface Misplaced {
  readonly name: string;
  readonly of: (right: unknown) => unknown;
}

const texts = [...unseen, ...strange, ...numbersInText, ...moments, ...ids, ...codes, ...citizens];

const named = (value: unknown): HostileValue => {
  const json = JSON.stringify(value);
  return { name: json.slice(0, 60), json };
};

/** Values that came out wrong in comparable systems, and some that are right for some fields. */
export const hostileValues: readonly HostileValue[] = [...[...shapes, ...numbers, ...texts].map(named), ...raw];

/** What is right, in another shape. */
export const misplaced: readonly Misplaced[] = [
  { name: 'a list around it', of: (right) => [right] },
  { name: 'an object around it', of: (right) => ({ value: right }) },
  { name: 'its first item alone', of: (right) => (Array.isArray(right) ? (right[0] as unknown) : [[right]]) },
  { name: 'its JSON as a text', of: (right) => JSON.stringify(right) },
];

/** Some of them leave out what a list has, whatever it is a list of. */
export const telling: readonly HostileValue[] = ['true', 'false', '1', '320113002', upper.toLowerCase()].map(named);
