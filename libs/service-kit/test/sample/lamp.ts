import { defineStream } from '@panshi/contracts';
import { conflict, type Decide, type Fold, notFound, rejector, worded } from '@panshi/kernel';
import { defineAggregate } from '../../src/definition/aggregate.ts';
import { BreakLamp, InstallLamp, RepairLamp } from './commands.ts';
import type { LampDecided, LampEvent } from './events.ts';

export type Lamp = { readonly status: 'none' } | { readonly status: 'lit' | 'broken'; readonly regionCode: string };

export const lampFold: Fold<Lamp, LampEvent> = {
  initial: { status: 'none' },
  evolve(lamp, { type, data }) {
    if (type === 'LampInstalled') return { status: 'lit', regionCode: data.regionCode };
    if (lamp.status === 'none') return lamp;
    return { ...lamp, status: type === 'LampBroken' ? 'broken' : 'lit' };
  },
};

const reject = rejector(
  worded({
    'lamp.there-already': conflict('路灯已装', 'The lamp is there already'),
    'lamp.unknown': notFound('没有这盏路灯', 'There is no such lamp'),
    'lamp.not-broken': conflict('路灯没有坏', 'The lamp is not broken'),
  }),
);

type LampDecision<C> = Decide<Lamp, C, LampDecided>;

const install: LampDecision<InstallLamp> = (lamp, { lampId, regionCode, keeper }) => {
  if (lamp.status !== 'none') return reject('lamp.there-already');
  return [{ type: 'LampInstalled', data: { lampId: lampId as string, regionCode, keeper } }];
};

const breakLamp: LampDecision<BreakLamp> = (lamp, { lampId }) => {
  if (lamp.status === 'none') return reject('lamp.unknown');
  return lamp.status === 'broken' ? [] : [{ type: 'LampBroken', data: { lampId } }];
};

const repair: LampDecision<RepairLamp> = (lamp, { lampId }) => {
  if (lamp.status !== 'broken') return reject('lamp.not-broken');
  return [{ type: 'LampRepaired', data: { lampId } }];
};

const lampStream = defineStream({ name: 'lamp', reader: 'grid.read', key: ['lampId'] });
const stream = lampStream.of;

export const lampAggregate = defineAggregate<Lamp, LampEvent>({
  stream: lampStream,
  fold: lampFold,
  territory: (lamp) => (lamp.status === 'none' ? undefined : lamp.regionCode),
  regions: (lamp, { type, data }) => {
    if (lamp.status !== 'none') return [lamp.regionCode];
    return type === 'LampInstalled' ? [data.regionCode] : [];
  },
  commands: (on) => [
    on(InstallLamp, { stream: ({ lampId }) => stream({ lampId: `${lampId}` }), decide: install }),
    on(BreakLamp, { stream, decide: breakLamp }),
    on(RepairLamp, { stream, decide: repair }),
  ],
});
