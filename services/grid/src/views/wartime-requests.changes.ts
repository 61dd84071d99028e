import type { VerbalState } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';
import type { WartimeRequestDocument } from './wartime-requests.document.ts';

const kinds = {
  ActivationRequested: 'activation',
  LevelChangeRequested: 'level',
  ScopeChangeRequested: 'scope',
  NarrowingRequested: 'narrowing',
  DeadlineRulesRequested: 'rules',
  StandDownRequested: 'stand-down',
} as const;

/** What is asked for. */
export const asked = (_id: string, { type, data }: Typed<keyof typeof kinds>): WartimeRequestDocument => ({
  _id,
  activationId: data.activationId,
  districtCode: data.districtCode,
  kind: kinds[type],
  state: 'pending',
  scope: data.scope,
  ...('hazard' in data && { hazard: data.hazard }),
  ...('level' in data && { level: data.level }),
  ...('added' in data && { added: data.added }),
  ...('remaining' in data && { remaining: data.remaining }),
  ...('deadlineRules' in data && { deadlineRules: data.deadlineRules }),
  ...('basis' in data && { basis: data.basis }),
  ...('openItems' in data && { openItems: data.openItems }),
  reason: data.reason,
  requestedBy: data.requestedBy,
  requestedAt: data.requestedAt,
  expiresAt: data.expiresAt,
  dueAt: data.expiresAt,
});

/** Decided by a second person who signed in. */
export const decided = (
  document: WartimeRequestDocument,
  { occurredAt, actor }: Typed<'ActivationApproved' | 'ActivationDeclined'>,
  state: 'approved' | 'declined',
): WartimeRequestDocument => ({
  ...document,
  state,
  decidedBy: actor.person,
  decidedAt: occurredAt,
  dueAt: undefined,
});

/** Approved by word of mouth. */
export const heard = (
  document: WartimeRequestDocument,
  { occurredAt, data }: Typed<'VerbalApprovalRecorded'>,
): WartimeRequestDocument => {
  const { approver, channel, at, beforeRequest, recordedBy, confirmBy } = data;
  return {
    ...document,
    state: 'approved',
    decidedBy: approver,
    decidedAt: occurredAt,
    verbal: { approver, channel, at, beforeRequest, recordedBy, confirmBy, state: 'unconfirmed' },
    dueAt: confirmBy,
  };
};

/** What became of a verbal approval. */
export const answered = (document: WartimeRequestDocument, state: VerbalState): WartimeRequestDocument => ({
  ...document,
  ...(document.verbal && { verbal: { ...document.verbal, state } }),
  dueAt: undefined,
});
