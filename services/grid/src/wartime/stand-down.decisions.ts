import type { DecidedOf, StandDown } from '@panshi/contracts';
import { handedOver, type OpenFacts } from './open-items.ts';
import { activeOne, assertAuthority } from './activation-rules.ts';
import type { DecideWartime } from './wartime.ts';

type Decided = DecidedOf<'ActivationRequestLapsed' | 'WartimeStoodDown'>;

/** Ends an activation, and lets requests to change it lapse. Refused while an open item is handed over to nobody. */
export const standDown: DecideWartime<StandDown, OpenFacts> = (
  wartime,
  { districtCode, activationId, reason, openItems },
  { facts, actor },
) => {
  if (wartime.activations.get(activationId)?.status === 'ended') return [];
  const { hazard, scope } = activeOne(wartime, activationId);
  assertAuthority(facts, scope);
  const items = handedOver(facts.openGrids, openItems);
  const falling = [...wartime.requests.values()].filter((request) => request.activationId === activationId);
  const stoodDown = { activationId, districtCode, hazard, scope, reason, openItems: items, stoodDownBy: actor.person };
  return [
    ...falling.map(({ requestId, kind }): Decided => ({
      type: 'ActivationRequestLapsed',
      data: { requestId, activationId, districtCode, kind, cause: 'stood-down' },
    })),
    { type: 'WartimeStoodDown', data: stoodDown },
  ];
};
