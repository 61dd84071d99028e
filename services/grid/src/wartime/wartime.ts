import type { EventData, Hazard, ResponseLevel, WartimeDecided, WartimeEvent } from '@panshi/contracts';
import type { Decide, Fold } from '@panshi/kernel';
import { isGrave } from './plan.ts';
import type { Proposal } from './proposal.ts';
import type { Request, Verbal } from './request.ts';
import type { Scope } from './scope.ts';

type DeadlineRules = EventData['WartimeActivated']['deadlineRules'];

/** An activation that began; an ended one is remembered so that its id is never used again. */
export type Activation =
  | {
      readonly status: 'active';
      readonly activationId: string;
      readonly hazard: Hazard;
      readonly level: ResponseLevel;
      readonly scope: Scope;
      readonly deadlineRules: DeadlineRules;
      readonly checkInMinutes: number;
      /** Whether it is at level Ⅰ or Ⅱ, or was once: then its end takes two. */
      readonly grave: boolean;
    }
  | { readonly status: 'ended'; readonly activationId: string };

export type ActiveActivation = Extract<Activation, { status: 'active' }>;

/** Wartime of one district: what is on, and what waits for a second person. */
export interface Wartime {
  readonly activations: ReadonlyMap<string, Activation>;
  /** Pending requests by id. */
  readonly requests: ReadonlyMap<string, Request>;
  /** Ids of requests that were decided or lapsed. */
  readonly decided: ReadonlySet<string>;
  /** What activations were asked for or begun as, by their ids. */
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Verbal approvals by the request they granted. */
  readonly verbal: ReadonlyMap<string, Verbal>;
  /** Who entered legal bases, by hazard. */
  readonly legalBases: ReadonlyMap<string, readonly string[]>;
}

const initial: Wartime = {
  activations: new Map(),
  requests: new Map(),
  decided: new Set(),
  proposals: new Map(),
  verbal: new Map(),
  legalBases: new Map(),
};

const asked = (wartime: Wartime, request: Request): Wartime => ({
  ...wartime,
  requests: new Map([...wartime.requests, [request.requestId, request]]),
});

const settled = (wartime: Wartime, requestId: string): Wartime => ({
  ...wartime,
  requests: new Map([...wartime.requests].filter(([id]) => id !== requestId)),
  decided: new Set([...wartime.decided, requestId]),
});

const heard = (wartime: Wartime, verbal: Verbal): Wartime => ({
  ...wartime,
  verbal: new Map([...wartime.verbal, [verbal.requestId, verbal]]),
});

const answered = (wartime: Wartime, requestId: string, state: Verbal['state']): Wartime => {
  const verbal = wartime.verbal.get(requestId);
  return verbal ? heard(wartime, { ...verbal, state }) : wartime;
};

const put = (wartime: Wartime, activation: Activation): Wartime => ({
  ...wartime,
  activations: new Map([...wartime.activations, [activation.activationId, activation]]),
});

const proposed = (wartime: Wartime, activationId: string, proposal: Proposal): Wartime => ({
  ...wartime,
  proposals: new Map([...wartime.proposals, [activationId, proposal]]),
});

/** A request for rules names all that were asked for, those in force already too. */
const proposedRules = (wartime: Wartime, activationId: string, deadlineRules: DeadlineRules): Wartime => {
  const proposal = wartime.proposals.get(activationId);
  return proposal ? proposed(wartime, activationId, { ...proposal, deadlineRules }) : wartime;
};

const begun = (wartime: Wartime, data: EventData['WartimeActivated']): Wartime => {
  const on = put(wartime, { ...data, status: 'active', grave: isGrave(data.level) });
  return wartime.proposals.has(data.activationId) ? on : proposed(on, data.activationId, data);
};

const change = (wartime: Wartime, activationId: string, changes: Partial<ActiveActivation>): Wartime => {
  const activation = wartime.activations.get(activationId);
  return activation?.status === 'active' ? put(wartime, { ...activation, ...changes }) : wartime;
};

const entered = (wartime: Wartime, { hazard, enteredBy }: EventData['LegalBasisEntered']): Wartime => {
  const earlier = wartime.legalBases.get(hazard) ?? [];
  return { ...wartime, legalBases: new Map([...wartime.legalBases, [hazard, [...earlier, enteredBy]]]) };
};

const evolve = (wartime: Wartime, { type, data }: WartimeEvent | WartimeDecided): Wartime => {
  switch (type) {
    case 'LegalBasisEntered':
      return entered(wartime, data);
    case 'ActivationRequested':
      return asked(proposed(wartime, data.activationId, data), { ...data, kind: 'activation' });
    case 'LevelChangeRequested':
      return asked(wartime, { ...data, kind: 'level' });
    case 'ScopeChangeRequested':
      return asked(wartime, { ...data, kind: 'scope' });
    case 'DeadlineRulesRequested':
      return asked(proposedRules(wartime, data.activationId, data.deadlineRules), { ...data, kind: 'rules' });
    case 'NarrowingRequested':
      return asked(wartime, { ...data, kind: 'narrowing' });
    case 'StandDownRequested':
      return asked(wartime, { ...data, kind: 'stand-down' });
    case 'ActivationApproved':
    case 'ActivationDeclined':
    case 'ActivationRequestLapsed':
      return settled(wartime, data.requestId);
    case 'VerbalApprovalRecorded':
      return heard(settled(wartime, data.requestId), { ...data, state: 'unconfirmed' });
    case 'VerbalApprovalOverdue':
      return answered(wartime, data.requestId, 'overdue');
    case 'VerbalApprovalConfirmed':
    case 'VerbalApprovalDenied':
      return answered(wartime, data.requestId, 'settled');
    case 'WartimeActivated':
      return begun(wartime, data);
    case 'LevelChanged': {
      const { activationId, level, checkInMinutes } = data;
      return change(wartime, activationId, { level, checkInMinutes, ...(isGrave(level) && { grave: true }) });
    }
    case 'DeadlineRulesChanged':
      return change(wartime, data.activationId, { deadlineRules: data.deadlineRules });
    case 'ScopeChanged':
      return change(wartime, data.activationId, { scope: data.scope });
    case 'WartimeStoodDown':
      return put(wartime, { status: 'ended', activationId: data.activationId });
  }
};

export const wartimeFold: Fold<Wartime, WartimeEvent | WartimeDecided> = { initial, evolve };

/** A rule of wartime. */
export type DecideWartime<Command, Facts = unknown> = Decide<Wartime, Command, WartimeDecided, Facts>;
