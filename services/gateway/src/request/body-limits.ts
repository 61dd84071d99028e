import { commandOptions, type Field, fieldsOf, type FieldsType, routedCommands } from '@panshi/contracts';
import { SignIn } from './sign-in.ts';

/** Bytes a JSON body may have: what the broker carries, and room for who sent it. Twenty outlines of 500 corners take 360 KB. */
export const jsonLimit = 512 * 1024;
/** Bytes a picture may have. */
export const pictureLimit = 5 * 1024 * 1024;
/** Bytes of a body where none is expected. */
const unexpectedLimit = 2048;

/** Bytes that a character takes where JSON writes it in escapes, `\ud83d\ude00`. */
const bytesOfCharacter = 12;
/** Bytes of a code, a number, an id: what is no text of many characters. */
const bytesOfValue = 256;
/** For names, punctuation, and a writer that indents. */
const bytesOfName = 100;

const bytesOfOne = ({ of }: Field): number => {
  if (typeof of === 'function') return bytesOf(of());
  return Math.max(bytesOfValue, Number(of.maxLength ?? 0) * bytesOfCharacter);
};

/** What the longest body of a class takes, and no less. */
const bytesOf = (type: FieldsType): number =>
  [...fieldsOf(type).values()].reduce(
    (sum, field) => sum + bytesOfName + bytesOfOne(field) * (field.list ? (field.list.maxItems ?? Infinity) : 1),
    bytesOfName,
  );

const limits = new Map<string, number>([
  ['POST /api/v1/session', bytesOf(SignIn)],
  ['POST /api/v1/pictures', pictureLimit],
  ...routedCommands().map((type): [string, number] => [
    commandOptions(type).route!.replace(' ', ' /api/v1'),
    Math.min(jsonLimit, bytesOf(type)),
  ]),
]);

/** Bytes that a body may have at a route, `POST /api/v1/incidents`: what its class can need, and 512 KiB at most. */
export const bodyLimitOf = (route: string): number => limits.get(route) ?? unexpectedLimit;
