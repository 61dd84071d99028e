import type { TimelineEntry, WartimeEventType } from '@panshi/contracts';
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
  timeline: [],
  openItems: [],
  pending: 0,
});

const asked = (document: ActivationDocument): ActivationDocument => ({ ...document, pending: document.pending + 1 });

/** One that never began and never will is over. */
const decided = (document: ActivationDocument, state: 'approved' | 'declined' | 'lapsed'): ActivationDocument => {
  const never = document.state === 'requested' && state !== 'approved';
  return { ...document, pending: document.pending - 1, state: never ? state : document.state };
};

/** The activation after an event, but for its timeline. */
export const changed = (document: ActivationDocument | undefined, event: Event): ActivationDocument | undefined => {
  if (event.type === 'ActivationRequested') return asked(begun(event, 'requested'));
  if (event.type === 'WartimeActivated')
    return { ...(document ?? begun(event, 'active')), state: 'active', activatedAt: event.occurredAt };
  if (!document) return document;
  switch (event.type) {
    case 'LevelChangeRequested':
    case 'ScopeChangeRequested':
    case 'NarrowingRequested':
    case 'DeadlineRulesRequested':
    case 'StandDownRequested':
      return asked(document);
    case 'ActivationApproved':
    case 'VerbalApprovalRecorded':
      return decided(document, 'approved');
    case 'ActivationDeclined':
      return decided(document, 'declined');
    case 'ActivationRequestLapsed':
      return decided(document, 'lapsed');
    case 'VerbalApprovalConfirmed':
    case 'VerbalApprovalDenied':
    case 'VerbalApprovalOverdue':
      return document;
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
