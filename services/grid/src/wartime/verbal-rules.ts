import { chinaTime } from '@panshi/kernel';
import { reject } from '../reject.ts';
import type { ActivationFacts } from './activate.decisions.ts';
import type { Authority } from './activation-rules.ts';
import type { OpenFacts } from './open-items.ts';
import { plan } from './plan.ts';
import { minutesAfter } from './request-rules.ts';
import { covers, type Scope } from './scope.ts';
import type { Request, Verbal } from './request.ts';
import type { Wartime } from './wartime.ts';

/** What is looked up for a verbal approval, beside where its recorder may act. */
export interface VerbalFacts extends OpenFacts, ActivationFacts {
  /** Where the approver may approve. */
  readonly approver: Authority;
  /** Whether it is a working day in the district. */
  readonly workingDay: boolean;
}

const { night, waitMinutes, freshMinutes } = plan.verbal;

const isNight = (now: string): boolean => {
  const time = chinaTime(now).slice(11, 16);
  return time >= night.from || time < night.to;
};

/** By day the request is to be decided in writing, at first. @throws {Rejection} `verbal.by-day` */
export const assertNotByDay = ({ requestedAt }: Request, { workingDay }: VerbalFacts, now: string): void => {
  const from = minutesAfter(requestedAt, waitMinutes);
  if (workingDay && !isNight(now) && now < from) reject('verbal.by-day', { from });
};

/** @throws {Rejection} `verbal.stale`, `verbal.in-future` */
export const assertFresh = (at: string, now: string): void => {
  if (at > now) reject('verbal.in-future', { at });
  if (minutesAfter(at, freshMinutes) < now) reject('verbal.stale', { at, minutes: freshMinutes });
};

/** @throws {Rejection} `verbal.approver-without-authority` unless they may approve all of the scope */
export const assertMayApprove = (approver: string, { territories }: Authority, scope: Scope): void => {
  const region = scope.find((code) => !territories.some((territory) => covers([territory], code)));
  if (region !== undefined) reject('verbal.approver-without-authority', { approver, region });
};

/** @throws {Rejection} `verbal.unknown` */
export const verbalApproval = ({ verbal }: Wartime, requestId: string): Verbal =>
  verbal.get(requestId) ?? reject('verbal.unknown', { requestId });

/** What each event about a verbal approval says of it. */
export const aboutVerbal = ({ requestId, activationId, districtCode, kind, scope }: Verbal) => ({
  requestId,
  activationId,
  districtCode,
  kind,
  scope,
});
