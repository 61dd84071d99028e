import type {
  ApproveActivation,
  DeclineActivation,
  EnterLegalBasis,
  LapseRequest,
  WartimeDecided,
} from '@panshi/contracts';
import { reject } from '../reject.ts';
import { effectOfRequest, scopeOf } from './effect-of-request.ts';
import { assertAuthority, type Authority } from './activation-rules.ts';
import type { OpenFacts } from './open-items.ts';
import { assertSecondPerson } from './request-rules.ts';
import { ending } from './stand-down.decisions.ts';
import type { DecideWartime, Request, Wartime } from './wartime.ts';

const pending = ({ requests, decided }: Wartime, requestId: string): Request => {
  const request = requests.get(requestId);
  if (request) return request;
  return decided.has(requestId)
    ? reject('wartime.request-decided', { requestId })
    : reject('wartime.unknown-request', { requestId });
};

/** Grants a request as a second person. Its rules are checked again, as things stand now. */
export const approveActivation: DecideWartime<ApproveActivation, OpenFacts> = (
  wartime,
  { districtCode, requestId },
  { facts, actor, now },
) => {
  const request = pending(wartime, requestId);
  const { activationId, kind } = request;
  assertSecondPerson(request, actor);
  if (now >= request.expiresAt) reject('wartime.request-expired', { requestId, expiresAt: request.expiresAt });
  const outcome = outcomeOf(wartime, districtCode, request, facts, actor.person);
  assertAuthority(facts, scopeOf(wartime, request));
  const approved = { requestId, activationId, districtCode, kind };
  return [
    { type: 'ActivationApproved', data: { ...approved, approvedBy: actor.person, approvedAccount: actor.account } },
    ...outcome,
  ];
};

const outcomeOf = (
  wartime: Wartime,
  districtCode: string,
  request: Request,
  facts: OpenFacts,
  approvedBy: string,
): readonly WartimeDecided[] => {
  if (request.kind !== 'stand-down') return [effectOfRequest(wartime, districtCode, request, approvedBy)];
  const others = new Map([...wartime.requests].filter(([id]) => id !== request.requestId));
  const whose = { stoodDownBy: request.requestedBy, approvedBy };
  return ending({ ...wartime, requests: others }, { ...request, districtCode }, facts, whose);
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
