import type { Actor } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { plan } from './plan.ts';
import type { Request } from './request.ts';
import type { Wartime } from './wartime.ts';

/** A request that waits. @throws {Rejection} `wartime.request-decided`, `wartime.unknown-request` */
export const pendingRequest = ({ requests, decided }: Wartime, requestId: string): Request => {
  const request = requests.get(requestId);
  if (request) return request;
  return decided.has(requestId)
    ? reject('wartime.request-decided', { requestId })
    : reject('wartime.unknown-request', { requestId });
};

/** @throws {Rejection} `wartime.request-expired` */
export const assertInTime = ({ requestId, expiresAt }: Request, now: string): void => {
  if (now >= expiresAt) reject('wartime.request-expired', { requestId, expiresAt });
};

/** @throws {Rejection} `wartime.own-request`: neither the same person nor the same account may approve */
export const assertSecondPerson = ({ requestId, requestedBy, requestedAccount }: Request, actor: Actor): void => {
  if (actor.person === requestedBy || actor.account === requestedAccount) reject('wartime.own-request', { requestId });
};

/** @throws {Rejection} `wartime.request-exists` */
export const assertFreeRequest = (wartime: Wartime, requestId: string): void => {
  if (wartime.requests.has(requestId) || wartime.decided.has(requestId))
    reject('wartime.request-exists', { requestId });
};

/** One request of a kind at a time for an activation. @throws {Rejection} `wartime.request-pending` */
export const assertNonePending = (wartime: Wartime, activationId: string, kind: Request['kind']): void => {
  const pending = [...wartime.requests.values()].find((r) => r.activationId === activationId && r.kind === kind);
  if (pending) reject('wartime.request-pending', { requestId: pending.requestId });
};

/** So many minutes after an instant. */
export const minutesAfter = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString();

/** What a request is recorded with beside what it asks for. */
export const requestedBy = ({ account, person }: Actor, now: string) => ({
  requestedBy: person,
  requestedAccount: account,
  requestedAt: now,
  expiresAt: minutesAfter(now, plan.requestHours * 60),
});
