import { HttpException } from '@nestjs/common';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '@panshi/event-store';
import { Rejection, type RejectionKind } from '@panshi/kernel';
import { InvalidMessage, Unavailable } from '@panshi/messaging';
import { KeysUnavailable, PicturesUnavailable } from '@panshi/privacy';
import { jsonLimit } from '../request/body-limits.ts';
import { ProblemError } from './problem.ts';

const statusOf: Readonly<Record<RejectionKind, number>> = {
  invalid: 422,
  'not-found': 404,
  conflict: 409,
  forbidden: 403,
};

/** Rejections whose status the HTTP standard fixes. */
const fixedStatus: Readonly<Record<string, number>> = {
  'precondition.stale': 412,
  'idempotency.other-body': 422,
  'message.too-large': 413,
};

/** Any error as the problem a client gets. An unforeseen one becomes `internal.error`, without its message. */
export const toProblemError = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof Rejection)
    return new ProblemError(fixedStatus[error.code] ?? statusOf[error.kind], error.code, error.params);
  if (error instanceof InvalidMessage) return new ProblemError(422, 'request.invalid', {}, { errors: error.fields });
  if (error instanceof Unavailable) return unavailable(error);
  if (error instanceof WrongExpectedVersion)
    return new ProblemError(409, 'append.conflict', { actual: error.actual ?? -1 });
  if (error instanceof EventTooLarge) return new ProblemError(413, 'request.too-large', { limit: 1_048_576 });
  if (error instanceof OutcomeUnknown) return again(503, 'store.outcome-unknown', 1);
  if (error instanceof KeysUnavailable) return again(503, 'keys-unavailable', 2);
  if (error instanceof PicturesUnavailable) return again(503, 'pictures-unavailable', 5);
  if (error instanceof StoreUnavailable) return again(503, 'store.unavailable', 2);
  return fromHttp(error);
};

const again = (status: number, code: string, seconds: number): ProblemError =>
  new ProblemError(status, code, { seconds }, { retryAfterSeconds: seconds });

/** What is unavailable for another reason than the load of all. */
const ownStatus: Readonly<Record<string, number>> = { 'deadline-passed': 504, 'view.as-of-account-busy': 429 };

const unavailable = ({ code, retryAfter }: Unavailable): ProblemError =>
  again(ownStatus[code] ?? 503, code, retryAfter);

/** Errors of the HTTP server and of its body parsers. */
const fromHttp = (error: unknown): ProblemError => {
  const { statusCode } = Object(error) as { statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  if (status === 404) return new ProblemError(404, 'request.unknown-route');
  if (status === 413) return new ProblemError(413, 'request.too-large', { limit: jsonLimit });
  if (status === 415) return new ProblemError(415, 'request.unsupported-type');
  if (status !== undefined && status >= 400 && status < 500) return new ProblemError(status, 'request.not-json');
  return new ProblemError(500, 'internal.error');
};
