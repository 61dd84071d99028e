import type { EventData } from '@panshi/contracts';
import { districtCode } from './names.ts';
import type { World } from './world.ts';

const place = { districtCode, hazard: 'flood-typhoon', level: 'III' } as const;
const basis = { kind: 'warning', reference: '苏防指〔2026〕1号', issuer: '省防指' } as const;
type Rules = EventData['WartimeActivated']['deadlineRules'];

const shorten: Rules = [{ categoryPrefix: '2', effect: 'shorten', hours: 2 }];

export const activation = (
  activationId: string,
  scope: readonly string[],
  deadlineRules: Rules = shorten,
): EventData['WartimeActivated'] => ({
  ...place,
  activationId,
  scope,
  basis,
  reason: '台风',
  initiatingUnit: '区防指',
  deadlineRules,
  checkInMinutes: 120,
  requestedBy: 'officer',
});

export const stoodDown = (activationId: string): EventData['WartimeStoodDown'] => ({
  districtCode,
  activationId,
  hazard: place.hazard,
  scope: [],
  reason: '',
  openItems: [],
  stoodDownBy: 'officer',
});

/** Records what the grid service would, and lets the reactors follow. */
export const activate = async (world: World, id: string, scope: readonly string[], rules?: Rules): Promise<void> => {
  world.record(`wartime-${districtCode}`, { type: 'WartimeActivated', data: activation(id, scope, rules) });
  await world.settle();
};

export const changeScope = async (
  world: World,
  activationId: string,
  change: Pick<EventData['ScopeChanged'], 'scope' | 'added' | 'removed' | 'cause'>,
) => {
  const data: EventData['ScopeChanged'] = {
    ...place,
    activationId,
    ...change,
    deadlineRules: shorten,
    checkInMinutes: 120,
    reason: '',
    requestedBy: 'officer',
    openItems: [],
  };
  world.record(`wartime-${districtCode}`, { type: 'ScopeChanged', data });
  await world.settle();
};

/** The stand-down, recorded but not yet followed by anybody. */
export const recordStandDown = (world: World, activationId: string): void => {
  world.record(`wartime-${districtCode}`, { type: 'WartimeStoodDown', data: stoodDown(activationId) });
};

export const standDown = async (world: World, activationId: string) => {
  recordStandDown(world, activationId);
  await world.settle();
};
