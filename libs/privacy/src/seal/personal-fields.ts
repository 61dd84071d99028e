import type { PersonalField } from '@panshi/contracts';
import { ClearPersonalData } from '../errors.ts';

/** One personal field of one event: where it is, what it holds, whose it is. */
export interface FoundField {
  /** Dotted path, array places by number. */
  readonly field: string;
  readonly value: unknown;
  /** Empty where the value is: nobody's data. */
  readonly subject: string;
  readonly keyClass: PersonalField['keyClass'];
  /** Puts another value in its place; undefined removes it. */
  replace(value: unknown): void;
}

type Message = Record<string, unknown>;

const isMessage = (value: unknown): value is Message => typeof value === 'object' && value !== null;

/** The subject is named beside the field, or else in the nearest message around it. */
const subjectOf = (name: string, field: string, around: readonly Message[]): string => {
  const subject = around.findLast((message) => Object.hasOwn(message, name))?.[name];
  if (typeof subject === 'string' && subject !== '') return subject;
  throw new ClearPersonalData(`${field} is personal, but ${name} names no subject`);
};

/** Finds the personal fields that are there; absent ones are passed over. */
export function* foundFields(data: object, fields: readonly PersonalField[]): Generator<FoundField> {
  for (const field of fields) yield* walk(data as Message, field, [], []);
}

function* walk(
  holder: Message,
  personal: PersonalField,
  at: readonly string[],
  outside: readonly Message[],
): Generator<FoundField> {
  const step = personal.path[at.length] as string;
  const around = Array.isArray(holder) ? outside : [...outside, holder];
  for (const name of step === '*' ? Object.keys(holder) : [step]) {
    const value = holder[name];
    const path = [...at, name];
    if (value === undefined || value === null) continue;
    if (path.length === personal.path.length) yield found(holder, name, personal, path.join('.'), around);
    else if (isMessage(value)) yield* walk(value, personal, path, around);
  }
}

const found = (
  holder: Message,
  name: string,
  { subject, keyClass }: PersonalField,
  field: string,
  around: readonly Message[],
): FoundField => ({
  field,
  value: holder[name],
  subject: holder[name] === '' ? '' : subjectOf(subject, field, around),
  keyClass,
  replace: (value) => {
    if (value === undefined) delete holder[name];
    else holder[name] = value;
  },
});
