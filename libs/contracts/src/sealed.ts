import type { Sealed } from './generated/panshi/privacy/v1/sealed.ts';

/** Where a sealed value was recorded. It opens there and nowhere else, so it travels with the value. */
export interface SealedAt {
  readonly stream: string;
  /** Id of the event. */
  readonly event: string;
  /** Dotted path in the event's data, array places by number: `members.0.phone`. */
  readonly field: string;
}

/** A sealed value that has left its event, as views keep it. */
export type SealedRef = Sealed & { readonly at: SealedAt };

/** What `sealedAt` reads of a recorded event. */
export interface SealedSource {
  readonly id: string;
  readonly stream: string;
  readonly data: object;
}

const step = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? Reflect.get(value, name) : undefined;

/** Whether a value has the shape of a sealed one. */
export const isSealed = (value: unknown): value is Sealed =>
  ['suite', 'subject', 'nonce', 'ciphertext'].every((name) => typeof step(value, name) === 'string') &&
  typeof step(value, 'keyVersion') === 'number';

/** Whether a value is a sealed one that knows where it was recorded. */
export const isSealedRef = (value: unknown): value is SealedRef =>
  isSealed(value) && ['stream', 'event', 'field'].every((name) => typeof step(step(value, 'at'), name) === 'string');

/**
 * The sealed value of a recorded event's field, fit to be kept in a view and opened later; undefined where the field
 * is absent. @throws {TypeError} when the field holds anything but a sealed value.
 */
export const sealedAt = (event: SealedSource, field: string): SealedRef | undefined => {
  const value = field.split('.').reduce(step, event.data as unknown);
  if (value === undefined) return undefined;
  if (!isSealed(value)) throw new TypeError(`${field} of event ${event.id} is not sealed`);
  return { ...value, at: { stream: event.stream, event: event.id, field } };
};
