import type { WartimeDecided } from '@panshi/contracts';
import { unreachable } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { scopeChanged } from './change-scope.decisions.ts';
import { activeOne, assertLawful, assertOthersBasis } from './activation-rules.ts';
import { narrowed } from './narrow-scope.decisions.ts';
import type { OpenFacts } from './open-items.ts';
import { areaOf, covers, type Scope } from './scope.ts';
import { ending } from './stand-down.decisions.ts';
import type { Request } from './request.ts';
import type { Wartime } from './wartime.ts';

/** Who granted a request; `verbal` where that was by word of mouth. */
export interface Approval {
  readonly approvedBy: string;
  readonly verbal?: true;
}

/** The whole scope of what a request asks for. */
export const scopeOf = (wartime: Wartime, request: Request): Scope => {
  if (request.kind === 'activation') return request.scope;
  const { scope } = activeOne(wartime, request.activationId);
  return request.kind === 'scope' ? areaOf([...scope, ...request.added]) : scope;
};

/** What granting a request records, as things stand now. @throws {Rejection} where it would no longer be lawful */
export const effectOfRequest = (
  wartime: Wartime,
  districtCode: string,
  request: Request,
  facts: Pick<OpenFacts, 'openGrids'>,
  approval: Approval,
): readonly WartimeDecided[] => {
  const { requestId, activationId, reason, requestedBy } = request;
  if (request.kind === 'stand-down') {
    const others = new Map([...wartime.requests].filter(([id]) => id !== requestId));
    const whose = { stoodDownBy: requestedBy, ...approval };
    return ending({ ...wartime, requests: others }, { ...request, districtCode }, facts, whose);
  }
  const scope = scopeOf(wartime, request);
  const whose = { basis: request.basis, reason, requestedBy, ...approval };
  switch (request.kind) {
    case 'activation': {
      const { hazard, level, initiatingUnit, deadlineRules, checkInMinutes } = request;
      assertLawful(wartime, { activationId, hazard, level, scope });
      assertOthersBasis(wartime, hazard, approval.approvedBy);
      const what = { activationId, districtCode, hazard, level, scope, initiatingUnit, deadlineRules, checkInMinutes };
      return [{ type: 'WartimeActivated', data: { ...what, ...whose } }];
    }
    case 'level': {
      const { hazard, level: from } = activeOne(wartime, activationId);
      const { level, checkInMinutes } = request;
      if (from === level) reject('wartime.nothing-to-change', { requestId });
      assertLawful(wartime, { activationId, hazard, level, scope });
      const what = { activationId, districtCode, hazard, from, level, checkInMinutes, scope };
      return [{ type: 'LevelChanged', data: { ...what, ...whose } }];
    }
    case 'scope': {
      const activation = activeOne(wartime, activationId);
      const added = request.added.filter((code) => !covers(activation.scope, code));
      if (added.length === 0) reject('wartime.nothing-to-change', { requestId });
      assertLawful(wartime, { ...activation, scope });
      const change = { scope, added, removed: [], cause: 'widened' as const, openItems: [] };
      return [scopeChanged(districtCode, activation, { ...change, ...whose })];
    }
    case 'narrowing': {
      const cameIn = scope.filter((code) => !covers(request.scope, code));
      const remaining = areaOf([...request.remaining, ...cameIn]);
      const event = narrowed(wartime, { ...request, districtCode, remaining }, facts, whose);
      return [event ?? reject('wartime.nothing-to-change', { requestId })];
    }
    case 'rules': {
      const { deadlineRules } = request;
      const what = { activationId, districtCode, scope, deadlineRules };
      return [{ type: 'DeadlineRulesChanged', data: { ...what, ...whose } }];
    }
    default:
      return unreachable(request);
  }
};
