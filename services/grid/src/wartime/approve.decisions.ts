import type { ApproveActivation, DeclineActivation, EnterLegalBasis, LapseRequest } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { effectOfRequest, scopeOf } from './effect-of-request.ts';
import { assertAuthority, type Authority } from './activation-rules.ts';
import type { OpenFacts } from './open-items.ts';
import { assertInTime, assertSecondPerson, pendingRequest } from './request-rules.ts';
import type { DecideWartime } from './wartime.ts';

/** Grants a request as a second person. Its rules are checked again, as things stand now. */
export const approveActivation: DecideWartime<ApproveActivation, OpenFacts> = (
  wartime,
  { districtCode, requestId },
  { facts, actor, now },
) => {
  const request = pendingRequest(wartime, requestId);
  const { activationId, kind } = request;
  assertSecondPerson(request, actor);
  assertInTime(request, now);
  const effect = effectOfRequest(wartime, districtCode, request, facts, { approvedBy: actor.person });
  assertAuthority(facts, scopeOf(wartime, request));
  const approved = { requestId, activationId, districtCode, kind };
  return [
    { type: 'ActivationApproved', data: { ...approved, approvedBy: actor.person, approvedAccount: actor.account } },
    ...effect,
  ];
};

/** Declines a request. The person who made it may do so too, to take it back. */
export const declineActivation: DecideWartime<DeclineActivation, Authority> = (
  wartime,
  { districtCode, requestId, reason },
  { facts, actor },
) => {
  const request = pendingRequest(wartime, requestId);
  assertAuthority(facts, scopeOf(wartime, request));
  const { activationId, kind } = request;
  const data = { requestId, activationId, districtCode, kind, declinedBy: actor.person, reason };
  return [{ type: 'ActivationDeclined', data }];
};

/** Lets a request lapse once its time is over; one decided meanwhile is left alone. */
export const lapseRequest: DecideWartime<LapseRequest> = (wartime, { districtCode, requestId }, { now }) => {
  const request = wartime.requests.get(requestId);
  if (!request) return [];
  if (now < request.expiresAt) reject('wartime.request-not-expired', { requestId, expiresAt: request.expiresAt });
  const { activationId, kind } = request;
  return [{ type: 'ActivationRequestLapsed', data: { requestId, activationId, districtCode, kind, cause: 'expired' } }];
};

/** Enters a legal basis of a hazard's plan. Earlier ones remain. */
export const enterLegalBasis: DecideWartime<EnterLegalBasis> = (
  _,
  { districtCode, hazard, reference, issuer },
  { actor },
) => [{ type: 'LegalBasisEntered', data: { districtCode, hazard, reference, issuer, enteredBy: actor.person } }];
