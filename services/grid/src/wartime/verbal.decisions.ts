import type {
  ConfirmVerbalApproval,
  DenyVerbalApproval,
  MarkVerbalOverdue,
  RecordVerbalApproval,
} from '@panshi/contracts';
import { type Actor, foldAll } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { activateWartime } from './activate.decisions.ts';
import { assertAuthority } from './activation-rules.ts';
import { approvedEarlier, assertNotEntered, isRepeated } from './verbal-repeated.ts';
import { effectOfRequest, scopeOf } from './effect-of-request.ts';
import { plan } from './plan.ts';
import { assertInTime, minutesAfter, pendingRequest } from './request-rules.ts';
import {
  aboutVerbal,
  assertFresh,
  assertMayApprove,
  assertNotByDay,
  verbalApproval,
  type VerbalFacts,
} from './verbal-rules.ts';
import type { Verbal } from './request.ts';
import { type DecideWartime, type Wartime, wartimeFold } from './wartime.ts';

/**
 * Grants a request on the word of a second person, who is to confirm it; one that nobody entered is entered first. The same
 * approval of the same request again has nothing to do.
 */
export const recordVerbalApproval: DecideWartime<RecordVerbalApproval, VerbalFacts> = (wartime, command, context) => {
  const { request, ...spoken } = command;
  const earlier = approvedEarlier(wartime, command);
  if (earlier) {
    assertAuthority(context.facts, earlier.scope);
    const again = isRepeated(wartime, earlier, command);
    return again ? [] : reject('verbal.approved-already', { requestId: earlier.requestId });
  }
  if (!request) return granted(wartime, spoken, context);
  const { districtCode, requestId: activationId } = spoken;
  assertNotEntered(wartime, activationId);
  const asked = activateWartime(wartime, { ...request, districtCode, activationId }, context);
  const waits = asked.find((event) => event.type === 'ActivationRequested' || event.type === 'DeadlineRulesRequested');
  if (!waits) return reject('verbal.nothing-to-approve', { activationId });
  const entered = foldAll(wartimeFold, asked, wartime);
  return [...asked, ...granted(entered, { ...spoken, requestId: waits.data.requestId }, context)];
};

/** Its rules are checked again, as things stand now. */
const granted: DecideWartime<Omit<RecordVerbalApproval, 'request'>, VerbalFacts> = (
  wartime,
  { districtCode, requestId, approver, at, channel },
  { facts, actor, now },
) => {
  const request = pendingRequest(wartime, requestId);
  const scope = scopeOf(wartime, request);
  assertAuthority(facts, scope);
  assertInTime(request, now);
  if (approver === actor.person || approver === request.requestedBy) reject('verbal.own', { requestId });
  assertFresh(at, now);
  assertNotByDay(request, facts, now);
  assertMayApprove(approver, facts.approver, scope);
  const { activationId, kind, requestedAt } = request;
  const said = { approver, channel, at, beforeRequest: at < requestedAt };
  const recorded = { recordedBy: actor.person, recordedAccount: actor.account };
  const confirmBy = minutesAfter(now, plan.verbal.confirmHours * 60);
  const data = { requestId, activationId, districtCode, kind, scope, ...said, ...recorded, confirmBy };
  return [
    { type: 'VerbalApprovalRecorded', data },
    ...effectOfRequest(wartime, districtCode, request, facts, { approvedBy: approver, verbal: true }),
  ];
};

/** Confirms a verbal approval; late, where its time has passed. */
export const confirmVerbalApproval: DecideWartime<ConfirmVerbalApproval> = (wartime, { requestId }, { actor, now }) => {
  const verbal = ownApproval(wartime, requestId, actor);
  const whose = { confirmedBy: actor.person, confirmedAccount: actor.account };
  const late = now >= verbal.confirmBy;
  return [{ type: 'VerbalApprovalConfirmed', data: { ...aboutVerbal(verbal), ...whose, late } }];
};

/** Denies a verbal approval. Nothing of what it granted is undone. */
export const denyVerbalApproval: DecideWartime<DenyVerbalApproval> = (wartime, { requestId, reason }, { actor }) => {
  const verbal = ownApproval(wartime, requestId, actor);
  const whose = { deniedBy: actor.person, deniedAccount: actor.account };
  return [{ type: 'VerbalApprovalDenied', data: { ...aboutVerbal(verbal), ...whose, reason } }];
};

/** Records that a verbal approval was not confirmed in time; once, and not where it was answered meanwhile. */
export const markVerbalOverdue: DecideWartime<MarkVerbalOverdue> = (wartime, { requestId }, { now }) => {
  const verbal = verbalApproval(wartime, requestId);
  const { state, approver, confirmBy } = verbal;
  if (state !== 'unconfirmed') return [];
  if (now < confirmBy) reject('verbal.not-overdue', { requestId, confirmBy });
  return [{ type: 'VerbalApprovalOverdue', data: { ...aboutVerbal(verbal), approver, confirmBy } }];
};

/** @throws {Rejection} `verbal.unknown`, `verbal.not-the-approver`, `verbal.settled` */
const ownApproval = (wartime: Wartime, requestId: string, { person, account }: Actor): Verbal => {
  const verbal = verbalApproval(wartime, requestId);
  if (person !== verbal.approver || account === verbal.recordedAccount)
    reject('verbal.not-the-approver', { requestId });
  return verbal.state === 'settled' ? reject('verbal.settled', { requestId }) : verbal;
};
