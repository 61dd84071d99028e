import type { Bilingual } from '@panshi/contracts';
import type { PlaceholdersOf, Wordings } from '@panshi/kernel';

/**
 * Not now, perhaps soon: nothing is wrong with the request itself. Codes: `overloaded`, `closing`, `no-service`,
 * `deadline-passed` (a command may still have been done: repeat it with the same id), and those of the services.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';
  readonly code: string;
  /** When to try again, in seconds. */
  readonly retryAfter: number;
  /** Which service, where who asked it knows. */
  readonly service: string | undefined;

  constructor(code: string, retryAfter = 1, service?: string) {
    super(service ? `${code} (${service})` : code);
    this.code = code;
    this.retryAfter = retryAfter;
    this.service = service;
  }
}

/**
 * Binds a table of what may be unavailable: gives an error with one of its codes. Its words may name the `{seconds}` after
 * which to try again (1 unless told), and the `{service}` that was asked, which {@link ServiceClient} adds.
 */
export const unavailability =
  <T extends Wordings>(_table: PlaceholdersOf<T[keyof T]> extends 'seconds' | 'service' ? T : never) =>
  (code: keyof T & string, retryAfter?: number): Unavailable =>
    new Unavailable(code, retryAfter);

/** One field that breaks a rule. Never its value, which may be personal. */
export interface FieldError {
  /** Dotted path, array places by number. */
  readonly field: string;
  /** What the field is called, where it is known. */
  readonly title?: Bilingual;
  /** The rule's name, as class-validator has it: `maxLength`. */
  readonly rule: string;
  readonly message: string;
}

/** A command or query whose fields are not valid. */
export class InvalidMessage extends Error {
  override readonly name = 'InvalidMessage';
  readonly fields: readonly FieldError[];

  constructor(fields: readonly FieldError[]) {
    super(fields.map(({ field, rule }) => `${field}: ${rule}`).join(', '));
    this.fields = fields;
  }
}

/** A fault of ours at the other end. Its log has the cause under the same correlation id; nothing of it crosses. */
export class InternalFault extends Error {
  override readonly name = 'InternalFault';
}
