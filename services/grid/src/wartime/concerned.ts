import type { WartimeDecided, WartimeEvent } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { activeOne } from './activation-rules.ts';
import { scopeOf } from './effect-of-request.ts';
import type { Wartime } from './wartime.ts';

/** The regions an event concerns: the scope it begins, changes or ends, with what comes in and what goes out. */
export const concerned = (wartime: Wartime, { type, data }: WartimeEvent | WartimeDecided): readonly RegionCode[] => {
  switch (type) {
    case 'LegalBasisEntered':
      return [data.districtCode];
    case 'ScopeChanged':
      return [...data.scope, ...data.removed];
    case 'LevelChangeRequested':
    case 'StandDownRequested':
      return activeOne(wartime, data.activationId).scope;
    case 'ScopeChangeRequested':
      return [...activeOne(wartime, data.activationId).scope, ...data.added];
    case 'ActivationApproved':
    case 'ActivationDeclined':
    case 'ActivationRequestLapsed':
      return scopeOf(wartime, wartime.requests.get(data.requestId)!);
    default:
      return data.scope;
  }
};
