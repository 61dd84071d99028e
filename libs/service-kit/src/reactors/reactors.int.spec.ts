import { systemClock } from '@panshi/async';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplication } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { defineReactor } from '@panshi/read-model';
import { startSample, temporaryFolder } from '../../test/sample/app.ts';
import { BreakLamp, InstallLamp, RepairLamp } from '../../test/sample/commands.ts';
import { command, envelopeOf } from '../../test/sample/envelopes.ts';
import type { RecordedLampEvent } from '../../test/sample/events.ts';
import { burnOut, lampLife, recorded } from '../../test/sample/lamp-life.ts';
import { eventsOf } from '../../test/sample/lamps.ts';
import { repairCrew, sampleDefinition } from '../../test/sample/sample.definition.ts';
import { defineService, type ServiceDefinition } from '../definition/service.ts';
import { EVENT_STORE } from '../tokens.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { Reactors } from './reactors.ts';

const envelope = () => envelopeOf(command(InstallLamp, { regionCode: '320113001001', keeper: '张三' }));

describe('a service’s reactors', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let app: INestApplication;

  const start = async (options: Parameters<typeof startSample>[1] = {}) => {
    const sample = await startSample(folder.path, options);
    app = sample.app;
    return { ...sample, store: app.get<EventStore>(EVENT_STORE) };
  };
  const reacting = (over: Partial<ServiceDefinition>): { definition: ServiceDefinition } => ({
    definition: defineService({ ...sampleDefinition, ...over }),
  });

  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(async () => {
    await app.close();
    await folder.remove();
  });

  it('turn an event into a command of the system, caused by that event and correlated with what led to it', async () => {
    const { client, store } = await start();
    const installed = await client.command(InstallLamp, envelope());
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const broken = envelopeOf({ lampId: installed.id as string }, { traceparent });
    await client.command(BreakLamp, broken);
    const repaired = await recorded(store, 'LampRepaired');
    const cause = await recorded(store, 'LampBroken');
    expect(repaired).toMatchObject({
      correlationId: broken.correlationId,
      causationId: cause.id,
      traceparent,
      regions: cause.regions,
      actor: { account: 'system', post: 'repair-crew' },
    });
  });

  it('take up after a restart what they had not reacted to, and repeat nothing else', async () => {
    const first = await start(reacting({ reactors: [] }));
    const { id, stream } = await first.client.command(InstallLamp, envelope());
    await first.client.command(BreakLamp, envelopeOf({ lampId: id as string }));
    await app.close();
    const second = await start();
    await recorded(second.store, 'LampRepaired');
    await app.close();
    const third = await start();
    await third.client.command(BreakLamp, envelopeOf({ lampId: id as string }));
    const repairs = async () => (await eventsOf(third.store, stream)).filter(({ type }) => type === 'LampRepaired');
    const signal = AbortSignal.timeout(20_000);
    for await (const message of third.store.subscribe({ types: ['LampRepaired'] }, signal))
      if (message.kind === 'event' && (await repairs()).length === 2) break;
    expect(await repairs()).toHaveLength(2);
  });

  it('pass a reaction that a rule refuses, and leave it on record', async () => {
    const hasty = defineReactor<never>({
      name: 'hasty',
      issues: [RepairLamp],
      from: ['LampInstalled'] as never,
      react: (({ data }: RecordedLampEvent) => [{ command: command(RepairLamp, { lampId: data.lampId }) }]) as never,
    });
    const { client, store } = await start(reacting({ reactors: [hasty, repairCrew] }));
    const record = new Promise((resolve) => app.useLogger({ log() {}, warn() {}, error: resolve }));
    const { id } = await client.command(InstallLamp, envelope());
    expect(await record).toMatchObject({ by: 'hasty', refusedCommand: 'RepairLamp', code: 'lamp.not-broken' });
    const cause = await recorded(store, 'LampInstalled');
    expect(await recorded(store, 'ReactionRefused')).toMatchObject({
      version: 0,
      causationId: cause.id,
      correlationId: cause.correlationId,
      regions: cause.regions,
      actor: { account: 'system', post: 'hasty' },
      data: { reactor: 'hasty', command: 'RepairLamp', cause: cause.id, code: 'lamp.not-broken' },
    });
    await client.command(BreakLamp, envelopeOf({ lampId: id as string }));
    await recorded(store, 'LampRepaired');
    expect(await app.get(Reactors, { strict: false }).progress()).toMatchObject([
      { reactor: 'hasty', refused: 1, seconds: expect.any(Number) },
      { reactor: 'repair-crew', refused: 0 },
    ]);
  });

  it('with an invalid command are not stopped by it', async () => {
    const careless = defineReactor<never>({
      name: 'careless',
      issues: [RepairLamp],
      from: ['LampInstalled', 'LampBroken'] as never,
      react: (({ type, data }: RecordedLampEvent) => [
        { command: command(RepairLamp, { lampId: type === 'LampBroken' ? data.lampId : 'no id' }) },
      ]) as never,
    });
    const { client, store } = await start(reacting({ reactors: [careless] }));
    const { id } = await client.command(InstallLamp, envelope());
    await client.command(BreakLamp, envelopeOf({ lampId: id as string }));
    expect(await recorded(store, 'LampRepaired')).toMatchObject({ actor: { post: 'careless' } });
    expect(await recorded(store, 'ReactionRefused')).toMatchObject({
      data: { reactor: 'careless', command: 'RepairLamp', code: 'command.invalid', params: { fields: 'lampId' } },
    });
  });

  it('with a command they do not declare are refused, for the record, before anything is sent', async () => {
    const meddling = defineReactor<never>({
      name: 'meddling',
      issues: [RepairLamp],
      from: ['LampInstalled'] as never,
      react: (({ data }: RecordedLampEvent) => [{ command: command(BreakLamp, { lampId: data.lampId }) }]) as never,
    });
    const { client, store } = await start(reacting({ reactors: [meddling] }));
    const { stream } = await client.command(InstallLamp, envelope());
    expect(await recorded(store, 'ReactionRefused')).toMatchObject({
      data: { reactor: 'meddling', command: 'BreakLamp', code: 'command.not-declared', params: { by: 'meddling' } },
    });
    expect(await eventsOf(store, stream)).toHaveLength(1);
  });

  it('driven by time act when the clock that decisions see has passed, not before', async () => {
    let now = Date.parse('2026-03-02T01:00:00.000Z');
    const { client, store } = await start({
      ...reacting({ views: [...sampleDefinition.views, lampLife], timers: [burnOut], reactors: [] }),
      clock: { ...systemClock, now: () => now },
    });
    const { stream, position } = await client.command(InstallLamp, envelope());
    await app.get(ProjectedViews, { strict: false }).reach(['lamp-life'], position, Date.now() + 20_000);
    expect(await eventsOf(store, stream)).toHaveLength(1);
    now += 86_400_001;
    expect(await recorded(store, 'LampBroken')).toMatchObject({
      stream,
      occurredAt: '2026-03-03T01:00:00.001Z',
      actor: { account: 'system', post: 'burn-out' },
    });
  });
});
