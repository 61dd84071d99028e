import type { DecidedOf } from '@panshi/contracts';
import { unreachable } from '@panshi/kernel';
import { reject } from '../reject.ts';
import { scopeChanged } from './change-scope.decisions.ts';
import { activeOne, assertLawful, assertOthersBasis } from './activation-rules.ts';
import { areaOf, covers, type Scope } from './scope.ts';
import type { Request, Wartime } from './wartime.ts';

/** What a granted request comes to. */
export type RequestEffect = DecidedOf<'WartimeActivated' | 'LevelChanged' | 'ScopeChanged' | 'DeadlineRulesChanged'>;

/** The whole scope of what a request asks for. */
export const scopeOf = (wartime: Wartime, request: Request): Scope => {
  if (request.kind === 'activation') return request.scope;
  const { scope } = activeOne(wartime, request.activationId);
  return request.kind === 'scope' ? areaOf([...scope, ...request.added]) : scope;
};

/** The event that granting a request records, as things stand now. @throws {Rejection} where it would no longer be lawful */
export const effectOfRequest = (
  wartime: Wartime,
  districtCode: string,
  request: Exclude<Request, { kind: 'stand-down' }>,
  approvedBy: string,
): RequestEffect => {
  const { activationId, basis, reason, requestedBy } = request;
  const scope = scopeOf(wartime, request);
  const whose = { basis, reason, requestedBy, approvedBy };
  switch (request.kind) {
    case 'activation': {
      const { hazard, level, initiatingUnit, deadlineRules, checkInMinutes } = request;
      assertLawful(wartime, { activationId, hazard, level, scope });
      assertOthersBasis(wartime, hazard, approvedBy);
      const what = { activationId, districtCode, hazard, level, scope, initiatingUnit, deadlineRules, checkInMinutes };
      return { type: 'WartimeActivated', data: { ...what, ...whose } };
    }
    case 'level': {
      const { hazard, level: from } = activeOne(wartime, activationId);
      const { level, checkInMinutes } = request;
      if (from === level) reject('wartime.nothing-to-change', { requestId: request.requestId });
      assertLawful(wartime, { activationId, hazard, level, scope });
      const what = { activationId, districtCode, hazard, from, level, checkInMinutes, scope };
      return { type: 'LevelChanged', data: { ...what, ...whose } };
    }
    case 'scope': {
      const activation = activeOne(wartime, activationId);
      const added = request.added.filter((code) => !covers(activation.scope, code));
      if (added.length === 0) reject('wartime.nothing-to-change', { requestId: request.requestId });
      assertLawful(wartime, { ...activation, scope });
      const change = { scope, added, removed: [], cause: 'widened' as const, openItems: [] };
      return scopeChanged(districtCode, activation, { ...change, ...whose });
    }
    case 'rules': {
      const { deadlineRules } = request;
      const what = { activationId, districtCode, scope, deadlineRules };
      return { type: 'DeadlineRulesChanged', data: { ...what, ...whose } };
    }
    default:
      return unreachable(request);
  }
};
