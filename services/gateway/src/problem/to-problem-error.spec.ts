import { BadRequestException, NotFoundException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { EventTooLarge, OutcomeUnknown, StoreUnavailable, WrongExpectedVersion } from '@panshi/event-store';
import { Rejection } from '@panshi/kernel';
import { InvalidMessage, Unavailable } from '@panshi/messaging';
import { KeysUnavailable, PicturesUnavailable } from '@panshi/privacy';
import { toProblemError } from './to-problem-error.ts';

const told = (error: unknown): readonly [number, string] => {
  const { status, code } = toProblemError(error);
  return [status, code];
};

describe('errors as a client is told of them', () => {
  it.each([
    ['a rule of the domain', new Rejection('grid.retired'), 409, 'grid.retired'],
    ['a rule about input', new Rejection('incident.outside-district', {}, 'invalid'), 422, 'incident.outside-district'],
    ['what is not there', new Rejection('case.unknown', {}, 'not-found'), 404, 'case.unknown'],
    ['what is not allowed', new Rejection('authority.forbidden', {}, 'forbidden'), 403, 'authority.forbidden'],
    ['a stale If-Match', new Rejection('precondition.stale'), 412, 'precondition.stale'],
    [
      'a key used for another body',
      new Rejection('idempotency.other-body', {}, 'invalid'),
      422,
      'idempotency.other-body',
    ],
    ['bad fields', new InvalidMessage([]), 422, 'request.invalid'],
    ['a lost race', new WrongExpectedVersion('case-1', 1, 2), 409, 'append.conflict'],
    ['too large an event', new EventTooLarge('x'), 413, 'request.too-large'],
    ['an unknown outcome', new OutcomeUnknown('x'), 503, 'store.outcome-unknown'],
    ['a closed log', new StoreUnavailable('x'), 503, 'store.unavailable'],
    ['keys that cannot be written', new KeysUnavailable('x'), 503, 'keys-unavailable'],
    ['pictures on a full disk', new PicturesUnavailable('x'), 503, 'pictures-unavailable'],
    ['overload', new Unavailable('overloaded'), 503, 'overloaded'],
    ['a deadline', new Unavailable('deadline-passed'), 504, 'deadline-passed'],
    ['one’s own questions about the past', new Unavailable('view.as-of-account-busy'), 429, 'view.as-of-account-busy'],
    ['an unknown address', new NotFoundException(), 404, 'request.unknown-route'],
    ['a file elsewhere', { code: 'FST_STATIC_FORBIDDEN_PATH', statusCode: 403 }, 404, 'request.unknown-route'],
    ['broken JSON', new BadRequestException(), 400, 'request.not-json'],
    ['a body too large', { code: 'FST_ERR_CTP_BODY_TOO_LARGE', statusCode: 413 }, 413, 'request.too-large'],
    ['what nobody foresaw', new TypeError('secret inside'), 500, 'internal.error'],
  ])('%s', (_, error, status, code) => expect(told(error)).toEqual([status, code]));

  it('says when to try again where trying again helps', () => {
    for (const error of [
      new OutcomeUnknown('x'),
      new StoreUnavailable('x'),
      new KeysUnavailable('x'),
      new Unavailable('overloaded'),
    ])
      expect(toProblemError(error).more.retryAfterSeconds).toBeGreaterThan(0);
  });

  it('says nothing of the inside', () => {
    expect(JSON.stringify(toProblemError(new TypeError('secret inside')))).not.toContain('secret');
  });
});
