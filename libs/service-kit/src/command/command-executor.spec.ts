import { describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore } from '@panshi/event-store';
import { v7 } from 'uuid';
import { BreakLamp, InstallLamp, RepairLamp } from '../../test/sample/commands.ts';
import { command, envelopeOf, officer, system } from '../../test/sample/envelopes.ts';
import { lampAggregate } from '../../test/sample/lamp.ts';
import { eventsOf, executorOn, lamp, now, regionCode, withAppend } from '../../test/sample/lamps.ts';
import type { AggregateDefinition } from '../definition/aggregate.ts';

describe('a command', () => {
  it('is answered with where it stands in the log', async () => {
    const { store, receipt, installed } = await lamp();
    const [event] = await eventsOf(store, receipt.stream);
    expect(receipt).toEqual({
      commandId: installed.commandId,
      stream: `lamp-${receipt.id}`,
      version: 0,
      position: event?.position,
      events: 1,
      id: receipt.id,
    });
  });

  it('records where it happened, and the trace it was asked for in', async () => {
    const { store, executor, lampId, receipt } = await lamp();
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId }), { traceparent }));
    const [installed, broken] = await eventsOf(store, receipt.stream);
    expect(installed).toMatchObject({ regions: [regionCode] });
    expect(installed).not.toHaveProperty('traceparent');
    expect(broken).toMatchObject({ regions: [regionCode], traceparent });
  });

  it('records who, when, why and as what, and personal fields sealed', async () => {
    const { store, receipt, installed } = await lamp();
    const [event] = await eventsOf(store, receipt.stream);
    expect(event).toMatchObject({
      type: 'LampInstalled',
      schema: 'panshi.sample.v1.LampInstalled',
      actor: installed.principal.actor,
      occurredAt: now,
      commandId: installed.commandId,
      correlationId: installed.correlationId,
      causationId: installed.causationId,
      fingerprint: 'fingerprint-1',
      provenance: 'real',
      data: { regionCode, keeper: { suite: 'A256GCM', subject: receipt.id } },
    });
    expect(JSON.stringify(event)).not.toContain('张三');
  });

  it('may say that it happened earlier, not later', async () => {
    const { store, executor, lampId, receipt } = await lamp();
    const broken = command(BreakLamp, { lampId });
    const later = envelopeOf(broken, { occurredAt: '2099-01-01T00:00:00.000Z' });
    await expect(executor.execute(BreakLamp, later)).rejects.toMatchObject({ code: 'command.occurs-later' });
    await executor.execute(BreakLamp, envelopeOf(broken, { occurredAt: '2026-03-01T00:00:00.000Z' }));
    expect((await eventsOf(store, receipt.stream))[1]?.occurredAt).toBe('2026-03-01T00:00:00.000Z');
  });

  it('that creates may bring the id of what it creates; else the id follows from its own', async () => {
    const { executor, installed, lampId } = await lamp();
    const [own, mine] = [v7(), v7()];
    const brought = envelopeOf(command(InstallLamp, { lampId: mine, regionCode, keeper: '李四' }), { commandId: own });
    expect((await executor.execute(InstallLamp, brought)).id).toBe(mine);
    expect(await executorOn(openMemoryEventStore()).execute(InstallLamp, installed)).toMatchObject({ id: lampId });
  });

  it('needs a UUIDv7 as its id', async () => {
    const { executor, lampId } = await lamp();
    const envelope = envelopeOf(command(BreakLamp, { lampId }), { commandId: 'd9428888-122b-4d77-b2c6-9f6a4c2d8e1a' });
    await expect(executor.execute(BreakLamp, envelope)).rejects.toMatchObject({
      code: 'command.bad-id',
      kind: 'invalid',
    });
  });

  it('that changes nothing is answered with no events and the version now, and is not recorded', async () => {
    const { store, executor, lampId, receipt } = await lamp();
    const once = await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    const again = await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    expect(again).toMatchObject({ events: 0, version: 1, position: once.position });
    expect(await eventsOf(store, receipt.stream)).toHaveLength(2);
  });

  it('past its deadline is not begun', async () => {
    const { store, executor, lampId, receipt } = await lamp();
    const late = envelopeOf(command(BreakLamp, { lampId }), { deadline: Date.now() - 1 });
    await expect(executor.execute(BreakLamp, late)).rejects.toMatchObject({ code: 'deadline-passed' });
    expect(await eventsOf(store, receipt.stream)).toHaveLength(1);
  });
});

describe('a repeated command id', () => {
  it('is answered with its receipt before anything is decided, from memory and from the log', async () => {
    const { store, executor, installed, receipt, lampId } = await lamp();
    await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    const undecided: AggregateDefinition = {
      ...lampAggregate,
      commands: lampAggregate.commands.map((handling) => ({
        ...handling,
        decide: () => {
          throw new Error('decided again');
        },
      })) as AggregateDefinition['commands'],
    };
    expect(await executor.execute(InstallLamp, installed)).toEqual(receipt);
    expect(await executorOn(store, undecided).execute(InstallLamp, installed)).toEqual(receipt);
  });

  it('with another body is refused', async () => {
    const { executor, installed } = await lamp();
    const other = { ...installed, fingerprint: 'fingerprint-2' };
    await expect(executor.execute(InstallLamp, other)).rejects.toMatchObject({
      code: 'idempotency.other-body',
      kind: 'invalid',
    });
  });

  it('for another stream is refused, too', async () => {
    const { executor, installed, lampId } = await lamp();
    const second = await executor.execute(
      InstallLamp,
      envelopeOf(command(InstallLamp, { regionCode, keeper: '李四' })),
    );
    const { commandId } = installed;
    const elsewhere = envelopeOf(command(BreakLamp, { lampId: second.id as string }), { commandId, fingerprint: 'x' });
    await expect(executor.execute(BreakLamp, elsewhere)).rejects.toMatchObject({ code: 'idempotency.other-body' });
    expect(lampId).not.toBe(second.id);
  });

  it('of a rejection is decided anew: rejections are not recorded', async () => {
    const { store, executor, lampId, receipt } = await lamp();
    const repair = envelopeOf(command(RepairLamp, { lampId }), { principal: system });
    await expect(executor.execute(RepairLamp, repair)).rejects.toMatchObject({ code: 'lamp.not-broken' });
    expect(await eventsOf(store, receipt.stream)).toHaveLength(1);
    await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    expect(await executor.execute(RepairLamp, repair)).toMatchObject({ events: 1, version: 2 });
  });
});

describe('authority', () => {
  it('is checked over the region the command names', async () => {
    const { executor } = await lamp();
    const install = command(InstallLamp, { regionCode, keeper: '张三' });
    const elsewhere = envelopeOf(install, { principal: officer('320113002') });
    await expect(executor.execute(InstallLamp, elsewhere)).rejects.toMatchObject({
      code: 'authority.forbidden',
      kind: 'forbidden',
    });
    await executor.execute(InstallLamp, envelopeOf(install, { principal: officer('320113001') }));
  });

  it('is checked over the region its stream lies in where the command names none', async () => {
    const { executor, lampId } = await lamp();
    const elsewhere = envelopeOf(command(BreakLamp, { lampId }), { principal: officer('320113002') });
    await expect(executor.execute(BreakLamp, elsewhere)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('over the system’s own commands is held by nobody else', async () => {
    const { executor, lampId } = await lamp();
    await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    const repair = command(RepairLamp, { lampId });
    await expect(executor.execute(RepairLamp, envelopeOf(repair))).rejects.toMatchObject({ kind: 'forbidden' });
    await executor.execute(RepairLamp, envelopeOf(repair, { principal: system }));
  });
});

describe('many commands at once', () => {
  it('on distinct streams flow into the store together', async () => {
    const inner = openMemoryEventStore();
    let [inFlight, most] = [0, 0];
    const append: EventStore['append'] = async (...args) => {
      most = Math.max(most, ++inFlight);
      await Promise.resolve();
      const result = await inner.append(...args);
      inFlight--;
      return result;
    };
    const store = withAppend(inner, append);
    const executor = executorOn(store);
    const install = () =>
      executor.execute(InstallLamp, envelopeOf(command(InstallLamp, { regionCode, keeper: '张三' })));
    await Promise.all(Array.from({ length: 100 }, install));
    expect(most).toBe(100);
  });

  it('on one stream do not conflict within a process', async () => {
    const { executor, store, lampId, receipt } = await lamp();
    const toggle = (i: number) =>
      i % 2 === 0
        ? executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })))
        : executor.execute(RepairLamp, envelopeOf(command(RepairLamp, { lampId }), { principal: system }));
    const receipts = await Promise.all(Array.from({ length: 50 }, (_, i) => toggle(i)));
    expect(receipts.map(({ version }) => version)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(await eventsOf(store, receipt.stream)).toHaveLength(51);
  });
});
