import type { WartimeDecided } from '@panshi/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  activated,
  approved,
  community,
  declined,
  districtCode,
  levelAsked,
  other,
  requested,
  scopeAsked,
  stoodDown,
  street,
  wartime,
} from '../../test/wartime.ts';
import { concerned } from './concerned.ts';

const lapsed = (requestId: string): WartimeDecided => ({
  type: 'ActivationRequestLapsed',
  data: { requestId, activationId: 'flood', districtCode, kind: 'scope', cause: 'stood-down' },
});
const narrowed: WartimeDecided = {
  type: 'ScopeChanged',
  data: {
    ...activated().data,
    scope: [community],
    added: [],
    removed: [street],
    cause: 'narrowed',
    openItems: [],
  },
};

describe('an event of wartime concerns', () => {
  it.each<[string, readonly WartimeDecided[], WartimeDecided, readonly string[]]>([
    ['its whole scope, when it begins', [], activated({ scope: [street, other] }), [street, other]],
    ['its whole scope, when it ends', [activated()], stoodDown(), [street]],
    ['what is asked for, not the district', [], requested(), [street]],
    [
      'what is asked for, when that is approved',
      [requested()],
      approved('flood', 'activation') as WartimeDecided,
      [street],
    ],
    ['what is asked for, when that is declined', [requested()], declined, [street]],
    ['all of the scope, when another level is asked for', [activated()], levelAsked, [street]],
    ['all of the scope and what is to come in', [activated()], scopeAsked, [street, other]],
    ['the same, when the request lapses', [activated(), scopeAsked], lapsed('widen'), [street, other]],
    ['what stays and what goes out', [activated()], narrowed, [community, street]],
  ])('%s', (_, given, event, regions) => {
    expect(concerned(wartime.given(...(given as never[])).state, event)).toEqual(regions);
  });
});
