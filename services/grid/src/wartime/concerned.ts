import type { WartimeDecided, WartimeEvent } from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { scopeOf } from './effect-of-request.ts';
import type { Wartime } from './wartime.ts';

/** The regions an event concerns: the scope it begins, changes or ends, with what comes in and what goes out. */
export const concerned = (wartime: Wartime, { type, data }: WartimeEvent | WartimeDecided): readonly RegionCode[] => {
  switch (type) {
    case 'LegalBasisEntered':
      return [data.districtCode];
    case 'ScopeChanged':
      return [...data.scope, ...data.removed];
    case 'ActivationApproved':
    case 'ActivationDeclined':
    case 'ActivationRequestLapsed':
      return scopeOf(wartime, wartime.requests.get(data.requestId)!);
    default:
      return data.scope;
  }
};
