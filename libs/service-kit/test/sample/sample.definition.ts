import { defineModel } from '../../src/definition/model.ts';
import { answer } from '../../src/definition/query.ts';
import { defineService } from '../../src/definition/service.ts';
import { defineReactor, defineView, Schema, type ViewDocument } from '@panshi/read-model';
import { command } from './envelopes.ts';
import { BreakLamp, GetLamp, InstallLamp, RepairLamp } from './commands.ts';
import { lampEventTypes, type RecordedLampEvent } from './events.ts';
import { lampAggregate } from './lamp.ts';
import type { SealedRef } from '@panshi/contracts';
import { sealedAt } from '@panshi/contracts';

export interface LampDocument extends ViewDocument {
  readonly regionCode: string;
  readonly status: 'lit' | 'broken';
  readonly keeper: SealedRef | undefined;
}

const evolve = (lamp: LampDocument | undefined, event: RecordedLampEvent): LampDocument | undefined => {
  const { type, data, version } = event;
  if (type === 'LampInstalled')
    return {
      _id: data.lampId,
      _version: version,
      regionCode: data.regionCode,
      status: 'lit',
      keeper: sealedAt(event, 'keeper'),
    };
  return lamp && { ...lamp, _version: version, status: type === 'LampBroken' ? 'broken' : 'lit' };
};

export const lampBoard = defineView<LampDocument, never>({
  name: 'lamp-board',
  version: 1,
  schema: new Schema({ _id: String, regionCode: { type: String, index: true }, status: String, keeper: Object }),
  from: lampEventTypes as never,
  keys: (event: RecordedLampEvent) => [event.data.lampId],
  evolve: evolve as never,
});

/** Lamps by region, in memory. */
export const lampCount = defineModel<Map<string, number>, never>({
  name: 'lamp-count',
  from: ['LampInstalled'] as never,
  create: () => new Map(),
  apply: (counts, event: RecordedLampEvent) => {
    if (event.type !== 'LampInstalled') return;
    const { regionCode } = event.data;
    counts.set(regionCode, (counts.get(regionCode) ?? 0) + 1);
  },
});

/** Every broken lamp is repaired. */
export const repairCrew = defineReactor<never>({
  name: 'repair-crew',
  issues: [RepairLamp],
  from: ['LampBroken'] as never,
  react: (({ data }: RecordedLampEvent) => [{ command: command(RepairLamp, { lampId: data.lampId }) }]) as never,
});

export const sampleDefinition = defineService({
  name: 'sample',
  aggregates: [lampAggregate],
  views: [lampBoard],
  viewsFrom: import.meta.url,
  models: [lampCount],
  reactors: [repairCrew],
  queries: [
    answer(GetLamp, async ({ lampId }, { views, open }) => {
      const lamp = await views.of(lampBoard).get(lampId);
      return lamp && { ...lamp, keeper: lamp.keeper && (await open(lamp.keeper)) };
    }),
  ],
});

export { BreakLamp, GetLamp, InstallLamp, RepairLamp };
