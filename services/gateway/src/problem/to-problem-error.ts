import { HttpException } from '@nestjs/common';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { InvalidMessage, Unavailable } from '@panshi/messaging';
import { KeysUnavailable, PicturesUnavailable } from '@panshi/privacy';
import { jsonLimit } from '../request/body-limits.ts';
import { unavailable } from '@panshi/service-kit';
import { ProblemError } from './problem.ts';
import { type GatewayCode, problem } from './refused.ts';
import { statusOfOutage, statusOfRejection } from './statuses.ts';

/** Any error as the problem a client gets. An unforeseen one becomes `internal.error`, without its message. */
export const toProblemError = (error: unknown): ProblemError => {
  if (error instanceof ProblemError) return error;
  if (error instanceof Rejection)
    return new ProblemError(statusOfRejection(error.code, error.kind), error.code, error.params);
  if (error instanceof InvalidMessage) return problem('request.invalid', {}, { errors: error.fields });
  if (error instanceof Unavailable)
    return retryLater(statusOfOutage(error.code), error.code, error.retryAfter, error.service);
  if (error instanceof WrongExpectedVersion) return problem('append.conflict', { actual: error.actual ?? -1 });
  if (error instanceof EventTooLarge) return problem('request.too-large', { limit: 1_048_576 });
  if (error instanceof OutcomeUnknown) return temporarily('store.outcome-unknown', 1);
  if (error instanceof KeysUnavailable) return toProblemError(unavailable('keys-unavailable', 2));
  if (error instanceof PicturesUnavailable) return temporarily('pictures-unavailable', 5);
  if (error instanceof StoreUnavailable) return temporarily('store.unavailable', 2);
  return fromHttp(error);
};

const retryLater = (status: number, code: string, seconds: number, service?: string): ProblemError =>
  new ProblemError(status, code, { seconds, ...(service && { service }) }, { retryAfterSeconds: seconds });

/** Of a code whose status is not always the same, or whose words the filter completes. */
const unworded = (status: number, code: GatewayCode): ProblemError => new ProblemError(status, code);

const temporarily = (code: GatewayCode, seconds: number): ProblemError => retryLater(503, code, seconds);

/** Errors of the HTTP server and of its body parsers. */
const fromHttp = (error: unknown): ProblemError => {
  const { statusCode } = Object(error) as { statusCode?: number };
  const status = error instanceof HttpException ? error.getStatus() : statusCode;
  // 403 is of files only, whose names lead elsewhere.
  if (status === 404 || status === 403) return problem('request.unknown-route');
  if (status === 413) return problem('request.too-large', { limit: jsonLimit });
  if (status === 415) return problem('request.unsupported-type');
  if (status !== undefined && status >= 400 && status < 500) return unworded(status, 'request.not-json');
  return unworded(500, 'internal.error');
};
