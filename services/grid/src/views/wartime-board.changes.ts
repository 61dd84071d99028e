import type { TimelineEntry, WartimeEventType, WartimeRequestView } from '@panshi/contracts';
import type { Typed } from '@panshi/read-model';
import type { ActivationDocument } from './wartime-board.document.ts';

type Event = Typed<Exclude<WartimeEventType, 'LegalBasisEntered'>>;

/** A line of the timeline. */
export const entry = ({ type, occurredAt, actor, data }: Event): TimelineEntry => ({
  what: type,
  at: occurredAt,
  by: actor.person,
  ...('level' in data ? { level: data.level } : {}),
  ...('reason' in data && data.reason !== '' ? { reason: data.reason } : {}),
});

const begun = (
  { data }: Typed<'ActivationRequested' | 'WartimeActivated'>,
  state: 'requested' | 'active',
): ActivationDocument => ({
  _id: data.activationId,
  districtCode: data.districtCode,
  hazard: data.hazard,
  level: data.level,
  state,
  scope: data.scope,
  basis: data.basis,
  reason: data.reason,
  initiatingUnit: data.initiatingUnit,
  deadlineRules: data.deadlineRules,
  checkInMinutes: data.checkInMinutes,
  requests: [],
  timeline: [],
  openItems: [],
  pending: 0,
});

/** With the pending requests counted, and the earliest end of one. */
const withRequests = (document: ActivationDocument, requests: readonly WartimeRequestView[]): ActivationDocument => {
  const ends = requests.filter(({ state }) => state === 'pending').map(({ expiresAt }) => expiresAt);
  return { ...document, requests, pending: ends.length, dueAt: ends.sort()[0] };
};

type Asked = Typed<
  | 'ActivationRequested'
  | 'LevelChangeRequested'
  | 'ScopeChangeRequested'
  | 'DeadlineRulesRequested'
  | 'StandDownRequested'
>;

const kinds = {
  ActivationRequested: 'activation',
  LevelChangeRequested: 'level',
  ScopeChangeRequested: 'scope',
  DeadlineRulesRequested: 'rules',
  StandDownRequested: 'stand-down',
} as const;

const asked = (document: ActivationDocument, { type, data, occurredAt }: Asked): ActivationDocument =>
  withRequests(document, [
    ...document.requests,
    {
      requestId: data.requestId,
      kind: kinds[type],
      state: 'pending',
      ...('level' in data && { level: data.level }),
      ...('added' in data && { added: data.added }),
      ...(type === 'DeadlineRulesRequested' && { deadlineRules: data.deadlineRules }),
      requestedBy: data.requestedBy,
      requestedAt: occurredAt,
      expiresAt: data.expiresAt,
    },
  ]);

const decided = (
  document: ActivationDocument,
  event: Typed<'ActivationApproved' | 'ActivationDeclined' | 'ActivationRequestLapsed'>,
  state: 'approved' | 'declined' | 'lapsed',
): ActivationDocument => {
  const by = state === 'lapsed' ? {} : { decidedBy: event.actor.person };
  const requests = document.requests.map((request) =>
    request.requestId === event.data.requestId ? { ...request, state, decidedAt: event.occurredAt, ...by } : request,
  );
  const never = document.state === 'requested' && state !== 'approved';
  return withRequests({ ...document, state: never ? state : document.state }, requests);
};

/** The activation after an event, but for its timeline. */
export const changed = (document: ActivationDocument | undefined, event: Event): ActivationDocument | undefined => {
  if (event.type === 'ActivationRequested') return asked(begun(event, 'requested'), event);
  if (event.type === 'WartimeActivated')
    return { ...(document ?? begun(event, 'active')), state: 'active', activatedAt: event.occurredAt };
  if (!document) return document;
  switch (event.type) {
    case 'LevelChangeRequested':
    case 'ScopeChangeRequested':
    case 'DeadlineRulesRequested':
    case 'StandDownRequested':
      return asked(document, event);
    case 'ActivationApproved':
      return decided(document, event, 'approved');
    case 'ActivationDeclined':
      return decided(document, event, 'declined');
    case 'ActivationRequestLapsed':
      return decided(document, event, 'lapsed');
    case 'LevelChanged': {
      const { level, checkInMinutes } = event.data;
      return { ...document, level, checkInMinutes };
    }
    case 'DeadlineRulesChanged':
      return { ...document, deadlineRules: event.data.deadlineRules };
    case 'ScopeChanged':
      return { ...document, scope: event.data.scope, openItems: [...document.openItems, ...event.data.openItems] };
    case 'WartimeStoodDown': {
      const openItems = [...document.openItems, ...event.data.openItems];
      return { ...document, state: 'stood-down', stoodDownAt: event.occurredAt, openItems };
    }
  }
};
