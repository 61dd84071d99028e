import type { DecidedOf, Handover, StandDown } from '@panshi/contracts';
import { assertConcerned, assertTakers, handedOver, type HandoverFacts, type OpenFacts } from './open-items.ts';
import { activeOne, assertAuthority } from './activation-rules.ts';
import { assertFreeRequest, assertNonePending, requestedBy } from './request-rules.ts';
import { covers } from './scope.ts';
import type { DecideWartime, Wartime } from './wartime.ts';

type Ending = Pick<StandDown, 'districtCode' | 'activationId' | 'reason'> & { readonly openItems: readonly Handover[] };
type Ended = DecidedOf<'ActivationRequestLapsed' | 'WartimeStoodDown'>;

/**
 * Ends an activation; asks a second person where it is at level Ⅰ or Ⅱ, or was once. Refused while an open item is handed
 * over to nobody.
 */
export const standDown: DecideWartime<StandDown, HandoverFacts> = (wartime, command, { facts, actor, now, newId }) => {
  const { districtCode, activationId, reason, openItems } = command;
  if (wartime.activations.get(activationId)?.status === 'ended') return [];
  const { scope, grave } = activeOne(wartime, activationId);
  assertAuthority(facts, scope);
  assertConcerned(scope, openItems, facts);
  assertTakers(facts);
  const ended = ending(wartime, command, facts, { stoodDownBy: actor.person });
  if (!grave) return ended;
  const requestId = command.requestId ?? newId('requestId');
  assertFreeRequest(wartime, requestId);
  assertNonePending(wartime, activationId, 'stand-down');
  const what = { requestId, activationId, districtCode, scope, openItems, reason };
  return [{ type: 'StandDownRequested', data: { ...what, ...requestedBy(actor, now) } }];
};

/**
 * The end of an activation, with requests to change it lapsing.
 * @throws {Rejection} `wartime.items-left-to-nobody`
 */
export const ending = (
  wartime: Wartime,
  { districtCode, activationId, reason, openItems }: Ending,
  { openGrids }: Pick<OpenFacts, 'openGrids'>,
  whose: Pick<DecidedOf<'WartimeStoodDown'>['data'], 'stoodDownBy' | 'approvedBy' | 'verbal'>,
): readonly Ended[] => {
  const { hazard, scope } = activeOne(wartime, activationId);
  const open = openGrids.filter((code) => covers(scope, code));
  const items = handedOver(open, openItems);
  const falling = [...wartime.requests.values()].filter((request) => request.activationId === activationId);
  return [
    ...falling.map(({ requestId, kind }): Ended => ({
      type: 'ActivationRequestLapsed',
      data: { requestId, activationId, districtCode, kind, cause: 'stood-down' },
    })),
    {
      type: 'WartimeStoodDown',
      data: { activationId, districtCode, hazard, scope, reason, openItems: items, ...whose },
    },
  ];
};
