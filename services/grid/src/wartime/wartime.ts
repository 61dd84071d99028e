import type { EventData, Hazard, ResponseLevel, WartimeDecided, WartimeEvent } from '@panshi/contracts';
import type { Decide, Fold } from '@panshi/kernel';
import type { Scope } from './scope.ts';

type DeadlineRules = EventData['WartimeActivated']['deadlineRules'];
type Basis = EventData['WartimeActivated']['basis'];

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
    }
  | { readonly status: 'ended'; readonly activationId: string };

export type ActiveActivation = Extract<Activation, { status: 'active' }>;

interface Asked {
  readonly requestId: string;
  readonly activationId: string;
  readonly requestedBy: string;
  readonly requestedAccount: string;
  readonly expiresAt: string;
  readonly basis: Basis;
  readonly reason: string;
}

/** A request that waits for a second person. */
export type Request = Asked &
  (
    | {
        readonly kind: 'activation';
        readonly hazard: Hazard;
        readonly level: ResponseLevel;
        readonly scope: Scope;
        readonly initiatingUnit: string;
        readonly deadlineRules: DeadlineRules;
        readonly checkInMinutes: number;
      }
    | { readonly kind: 'level'; readonly level: ResponseLevel; readonly checkInMinutes: number }
    | { readonly kind: 'scope'; readonly added: Scope }
  );

/** Wartime of one district: what is on, and what waits for a second person. */
export interface Wartime {
  readonly activations: ReadonlyMap<string, Activation>;
  /** Pending requests by id. */
  readonly requests: ReadonlyMap<string, Request>;
  /** Ids of requests that were decided or lapsed. */
  readonly decided: ReadonlySet<string>;
  /** Hazards whose legal basis was entered. */
  readonly legalBases: ReadonlySet<string>;
}

const initial: Wartime = { activations: new Map(), requests: new Map(), decided: new Set(), legalBases: new Set() };

const asked = (wartime: Wartime, request: Request): Wartime => ({
  ...wartime,
  requests: new Map([...wartime.requests, [request.requestId, request]]),
});

const settled = (wartime: Wartime, requestId: string): Wartime => ({
  ...wartime,
  requests: new Map([...wartime.requests].filter(([id]) => id !== requestId)),
  decided: new Set([...wartime.decided, requestId]),
});

const put = (wartime: Wartime, activation: Activation): Wartime => ({
  ...wartime,
  activations: new Map([...wartime.activations, [activation.activationId, activation]]),
});

const change = (wartime: Wartime, activationId: string, changes: Partial<ActiveActivation>): Wartime => {
  const activation = wartime.activations.get(activationId);
  return activation?.status === 'active' ? put(wartime, { ...activation, ...changes }) : wartime;
};

const evolve = (wartime: Wartime, { type, data }: WartimeEvent | WartimeDecided): Wartime => {
  switch (type) {
    case 'LegalBasisEntered':
      return { ...wartime, legalBases: new Set([...wartime.legalBases, data.hazard]) };
    case 'ActivationRequested':
      return asked(wartime, { ...data, kind: 'activation' });
    case 'LevelChangeRequested':
      return asked(wartime, { ...data, kind: 'level' });
    case 'ScopeChangeRequested':
      return asked(wartime, { ...data, kind: 'scope' });
    case 'ActivationApproved':
    case 'ActivationDeclined':
    case 'ActivationRequestLapsed':
      return settled(wartime, data.requestId);
    case 'WartimeActivated':
      return put(wartime, { ...data, status: 'active' });
    case 'LevelChanged':
      return change(wartime, data.activationId, { level: data.level, checkInMinutes: data.checkInMinutes });
    case 'ScopeChanged':
      return change(wartime, data.activationId, { scope: data.scope });
    case 'WartimeStoodDown':
      return put(wartime, { status: 'ended', activationId: data.activationId });
  }
};

export const wartimeFold: Fold<Wartime, WartimeEvent | WartimeDecided> = { initial, evolve };

/** A rule of wartime. */
export type DecideWartime<Command, Facts = unknown> = Decide<Wartime, Command, WartimeDecided, Facts>;
