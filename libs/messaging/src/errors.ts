import type { RefusedField } from '@panshi/contracts';
import type { PlaceholdersOf, Wordings } from '@panshi/kernel';

/**
 * Not now, perhaps soon: nothing is wrong with the request itself. Codes: `overloaded`, `closing`, `no-service`,
 * `deadline-passed` (a command may still have been done: repeat it with the same id), and those of the services.
 */
export class Unavailable extends Error {
  override readonly name = 'Unavailable';

  /** @param retryAfter when to try again, in seconds @param service which was asked, where who asked it knows */
  constructor(
    readonly code: string,
    readonly retryAfter = 1,
    readonly service?: string,
  ) {
    super(service ? `${code} (${service})` : code);
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

/** A command or query whose fields are not valid. */
export class InvalidMessage extends Error {
  override readonly name = 'InvalidMessage';

  constructor(readonly fields: readonly RefusedField[]) {
    super(fields.map(({ field, rule }) => `${field}: ${rule}`).join(', '));
  }
}

/** A fault of ours at the other end. Its log has the cause under the same correlation id; nothing of it crosses. */
export class InternalFault extends Error {
  override readonly name = 'InternalFault';
}
