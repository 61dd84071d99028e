import type { ActivateWartime, DecidedOf, WartimeDecided } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { wartimeFold } from '../src/wartime/wartime.ts';

export const districtCode = '320113';
export const [street, other] = ['320113001', '320113002'];
export const community = `${street}001`;
export const grid = `${community}001`;
export const basis = { kind: 'warning', reference: '示例〔2026〕1号', issuer: '示例机关' } as const;
export const dutyOfficer = (person: string) => ({ account: `account-${person}`, person, post: 'duty' });
export const [wang, li] = [dutyOfficer('wang'), dutyOfficer('li')];
export const now = '2026-07-01T19:00:00.000Z';
export const everywhere = { territories: [districtCode] };
/** Categories in force: a class of components, two of events. */
const categories = ['10101', '10102', '20301', '20401', '20402'];
const known = { unknownRegions: [], unknownTakers: [], unknownPlaces: [], categories };
export const facts = { ...everywhere, ...known, openGrids: [] as string[] };
export const asWang = { facts, actor: wang, now };
export const asLi = { facts, actor: li, now };

export const command: ActivateWartime = {
  activationId: 'flood',
  districtCode,
  hazard: 'flood-typhoon',
  level: 'III',
  scope: [street],
  basis,
  reason: '暴雨预警',
  initiatingUnit: '区防指',
  deadlineRules: [{ categoryPrefix: '204', effect: 'shorten', hours: 4 }],
};

export const activated = (over: object = {}): DecidedOf<'WartimeActivated'> => ({
  type: 'WartimeActivated',
  data: {
    activationId: 'flood',
    districtCode,
    hazard: 'flood-typhoon',
    level: 'III',
    scope: [street],
    basis,
    reason: '暴雨预警',
    initiatingUnit: '区防指',
    deadlineRules: command.deadlineRules,
    checkInMinutes: 120,
    requestedBy: 'wang',
    ...over,
  },
});
export const requested = (over: object = {}): WartimeDecided => ({
  type: 'ActivationRequested',
  data: {
    ...activated({ level: 'II', checkInMinutes: 60 }).data,
    requestId: 'flood',
    requestedAccount: 'account-wang',
    requestedAt: now,
    expiresAt: '2026-07-02T01:00:00.000Z',
    ...over,
  },
});
export const levelAsked: DecidedOf<'LevelChangeRequested'> = {
  type: 'LevelChangeRequested',
  data: {
    requestId: 'raise',
    activationId: 'flood',
    districtCode,
    scope: [street],
    level: 'I',
    checkInMinutes: 30,
    basis,
    reason: '汛情加重',
    requestedBy: 'wang',
    requestedAccount: 'account-wang',
    requestedAt: now,
    expiresAt: '2026-07-02T01:00:00.000Z',
  },
};
export const scopeAsked: WartimeDecided = {
  type: 'ScopeChangeRequested',
  data: {
    requestId: 'widen',
    activationId: 'flood',
    districtCode,
    scope: [street, other],
    added: [other],
    basis,
    reason: '汛情扩大',
    requestedBy: 'wang',
    requestedAccount: 'account-wang',
    requestedAt: now,
    expiresAt: '2026-07-02T01:00:00.000Z',
  },
};
export const stoodDown = (activationId = 'flood'): WartimeDecided => ({
  type: 'WartimeStoodDown',
  data: {
    activationId,
    districtCode,
    hazard: 'flood-typhoon',
    scope: [street],
    reason: '水退',
    openItems: [],
    stoodDownBy: 'wang',
  },
});
export const declined: WartimeDecided = {
  type: 'ActivationDeclined',
  data: {
    requestId: 'flood',
    activationId: 'flood',
    districtCode,
    kind: 'activation',
    declinedBy: 'li',
    reason: '不必',
  },
};
export const approved = (requestId: string, kind: string) => ({
  type: 'ActivationApproved',
  data: { requestId, activationId: 'flood', districtCode, kind, approvedBy: 'li', approvedAccount: 'account-li' },
});
export const wartime = scenario(wartimeFold);
