import type { RefusedField } from '@panshi/contracts';
import {
  EventTooLarge,
  type Expected,
  OutcomeUnknown,
  StoreUnavailable,
  WrongExpectedVersion,
} from '@panshi/event-store';
import { Rejection, type RejectionKind, type RejectionParams } from '@panshi/kernel';
import { InternalFault, InvalidMessage, Unavailable } from './errors.ts';

/** An error as it crosses a transport: plain data, the same on every one. */
export type Failure =
  | {
      readonly error: 'Rejection';
      readonly code: string;
      readonly params: RejectionParams;
      readonly kind: RejectionKind;
    }
  | {
      readonly error: 'WrongExpectedVersion';
      readonly stream: string;
      readonly expected: Expected;
      readonly actual?: number | undefined;
    }
  | { readonly error: 'OutcomeUnknown' | 'StoreUnavailable' | 'EventTooLarge'; readonly message: string }
  | { readonly error: 'Unavailable'; readonly code: string; readonly retryAfter: number }
  | { readonly error: 'InvalidMessage'; readonly fields: readonly RefusedField[] }
  | { readonly error: 'InternalFault' };

/** What of an error may cross. Whatever nobody foresaw crosses as an {@link InternalFault} that says nothing. */
export const toFailure = (error: unknown): Failure => {
  if (error instanceof Rejection)
    return { error: 'Rejection', code: error.code, params: error.params, kind: error.kind };
  if (error instanceof WrongExpectedVersion) {
    const { stream, expected, actual } = error;
    return { error: 'WrongExpectedVersion', stream, expected, actual };
  }
  if (error instanceof Unavailable) return { error: 'Unavailable', code: error.code, retryAfter: error.retryAfter };
  if (error instanceof InvalidMessage) return { error: 'InvalidMessage', fields: error.fields };
  for (const name of ['OutcomeUnknown', 'StoreUnavailable', 'EventTooLarge'] as const)
    if (error instanceof stored[name]) return { error: name, message: error.message };
  return { error: 'InternalFault' };
};

/** The error again, of the class it was. */
export const fromFailure = (failure: Failure): Error => {
  switch (failure.error) {
    case 'Rejection':
      return new Rejection(failure.code, failure.params, failure.kind);
    case 'WrongExpectedVersion':
      return new WrongExpectedVersion(failure.stream, failure.expected, failure.actual ?? undefined);
    case 'Unavailable':
      return new Unavailable(failure.code, failure.retryAfter);
    case 'InvalidMessage':
      return new InvalidMessage(failure.fields);
    case 'OutcomeUnknown':
    case 'StoreUnavailable':
    case 'EventTooLarge':
      return new stored[failure.error](failure.message);
    default:
      return new InternalFault('the service failed; its log says why');
  }
};

const stored = { OutcomeUnknown, StoreUnavailable, EventTooLarge };
