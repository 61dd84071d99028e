import type { ApproveActivation, DeclineActivation, EnterLegalBasis, LapseRequest } from '@panshi/contracts';
import { reject } from '../reject.ts';
import { effectOfRequest, scopeOf } from './effect-of-request.ts';
import { assertAuthority, type Authority } from './activation-rules.ts';
import { assertSecondPerson } from './request-rules.ts';
import type { DecideWartime, Request, Wartime } from './wartime.ts';

const pending = ({ requests, decided }: Wartime, requestId: string): Request => {
  const request = requests.get(requestId);
  if (request) return request;
  return decided.has(requestId)
    ? reject('wartime.request-decided', { requestId })
    : reject('wartime.unknown-request', { requestId });
};

/** Grants a request as a second person. Its rules are checked again, as things stand now. */
export const approveActivation: DecideWartime<ApproveActivation, Authority> = (
  wartime,
  { districtCode, requestId },
  { facts, actor, now },
) => {
  const request = pending(wartime, requestId);
  const { activationId, kind } = request;
  assertSecondPerson(request, actor);
  if (now >= request.expiresAt) reject('wartime.request-expired', { requestId, expiresAt: request.expiresAt });
  const outcome = effectOfRequest(wartime, districtCode, request, actor.person);
  assertAuthority(facts, outcome.data.scope);
  const approved = { requestId, activationId, districtCode, kind };
  return [
    { type: 'ActivationApproved', data: { ...approved, approvedBy: actor.person, approvedAccount: actor.account } },
    outcome,
  ];
};

/** Declines a request. The person who made it may do so too, to take it back. */
export const declineActivation: DecideWartime<DeclineActivation, Authority> = (
  wartime,
  { districtCode, requestId, reason },
  { facts, actor },
) => {
  const request = pending(wartime, requestId);
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
