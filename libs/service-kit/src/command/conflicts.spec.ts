import { describe, expect, it, jest } from '@jest/globals';
import { type EventStore, OutcomeUnknown } from '@panshi/event-store';
import { BreakLamp, RepairLamp } from '../../test/sample/commands.ts';
import { command, envelopeOf, system } from '../../test/sample/envelopes.ts';
import { lampAggregate } from '../../test/sample/lamp.ts';
import { eventsOf, executorOn, lamp, withAppend } from '../../test/sample/lamps.ts';
import type { AggregateDefinition } from '../definition/aggregate.ts';

describe('with another process writing the same stream', () => {
  it('a refusal that rests on an outdated state is decided anew', async () => {
    const { store, executor, lampId } = await lamp();
    const other = executorOn(store);
    await other.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    const repair = envelopeOf(command(RepairLamp, { lampId }), { principal: system });
    expect(await executor.execute(RepairLamp, repair)).toMatchObject({ version: 2 });
  });

  it('a no-op that rests on an outdated state is decided anew', async () => {
    const { store, executor, lampId } = await lamp();
    const other = executorOn(store);
    await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    await other.execute(RepairLamp, envelopeOf(command(RepairLamp, { lampId }), { principal: system }));
    const again = await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    expect(again).toMatchObject({ events: 1, version: 3 });
  });

  it('a command the other process did is answered with its receipt', async () => {
    const { store, executor, lampId } = await lamp();
    const broken = envelopeOf(command(BreakLamp, { lampId }));
    const receipt = await executorOn(store).execute(BreakLamp, broken);
    expect(await executor.execute(BreakLamp, broken)).toEqual(receipt);
  });

  /** Each append is beaten by a foreign one, `times` times. */
  const contested = (inner: EventStore, times: number): { store: EventStore; appends: () => number } => {
    let appends = 0;
    const other = executorOn(inner);
    const append: EventStore['append'] = async (stream, events, options) => {
      const lampId = stream.slice('lamp-'.length);
      if (appends++ < times)
        await (appends % 2 === 1
          ? other.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })))
          : other.execute(RepairLamp, envelopeOf(command(RepairLamp, { lampId }), { principal: system })));
      return inner.append(stream, events, options);
    };
    const store = withAppend(inner, append);
    return { store, appends: () => appends };
  };

  /** Says that the lamp is broken each time, whatever its state. */
  const insistent = {
    ...lampAggregate,
    commands: lampAggregate.commands.map((handling) =>
      handling.command === BreakLamp
        ? { ...handling, decide: (_: unknown, { lampId }: BreakLamp) => [{ type: 'LampBroken', data: { lampId } }] }
        : handling,
    ),
  } as unknown as AggregateDefinition;

  it('a conflict is retried, five times at most, on the stream as it is by then', async () => {
    for (const [times, outcome] of [
      [5, 'done'],
      [6, 'WrongExpectedVersion'],
    ] as const) {
      const { store, lampId, receipt } = await lamp();
      const { store: busy, appends } = contested(store, times);
      const broken = envelopeOf(command(BreakLamp, { lampId }));
      const done = executorOn(busy, insistent).execute(BreakLamp, broken);
      if (outcome === 'done') expect(await done).toMatchObject({ version: 6 });
      else await expect(done).rejects.toMatchObject({ name: outcome, stream: receipt.stream, actual: 6 });
      expect(appends()).toBe(6);
    }
  });

  it('a pinned version that has passed is stale, and never retried', async () => {
    const { store, executor, lampId } = await lamp();
    await executorOn(store).execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })));
    const pinned = envelopeOf(command(RepairLamp, { lampId }), { ifMatch: 0, principal: system });
    await expect(executor.execute(RepairLamp, pinned)).rejects.toMatchObject({
      code: 'precondition.stale',
      params: { expected: 0, actual: 1 },
    });
    const second = await lamp();
    const { store: busy, appends } = contested(second.store, 9);
    const seen = envelopeOf(command(BreakLamp, { lampId: second.lampId }), { ifMatch: 0 });
    await expect(executorOn(busy, insistent).execute(BreakLamp, seen)).rejects.toMatchObject({
      code: 'precondition.stale',
    });
    expect(appends()).toBe(1);
  });
});

describe('an unknown outcome', () => {
  const uncertain = (inner: EventStore, lost: (nth: number) => 'before' | 'after' | 'not'): EventStore => {
    let nth = 0;
    const append: EventStore['append'] = async (stream, events, options) => {
      const when = lost(nth++);
      if (when === 'before') throw new OutcomeUnknown('lost');
      const result = await inner.append(stream, events, options);
      if (when === 'after') throw new OutcomeUnknown('lost');
      return result;
    };
    return withAppend(inner, append);
  };

  it.each(['before', 'after'] as const)(
    'is cleared up by appending the same events again (lost %s the write)',
    async (when) => {
      const { store, lampId, receipt } = await lamp();
      const executor = executorOn(uncertain(store, (nth) => (nth === 0 ? when : 'not')));
      expect(await executor.execute(BreakLamp, envelopeOf(command(BreakLamp, { lampId })))).toMatchObject({
        version: 1,
      });
      expect(await eventsOf(store, receipt.stream)).toHaveLength(2);
      expect(
        await executor.execute(RepairLamp, envelopeOf(command(RepairLamp, { lampId }), { principal: system })),
      ).toMatchObject({ version: 2 });
    },
  );

  it('is told to the caller in time though the clock is set back, and holds nobody up', async () => {
    const { store, lampId } = await lamp();
    const now = Date.now();
    const clock = jest.spyOn(Date, 'now');
    const lost = (): 'before' => {
      clock.mockReturnValue(now - 86_400_000);
      return 'before';
    };
    const broken = envelopeOf(command(BreakLamp, { lampId }), { deadline: now + 40 });
    const done = executorOn(uncertain(store, lost)).execute(BreakLamp, broken);
    await expect(done.finally(() => clock.mockRestore())).rejects.toBeInstanceOf(OutcomeUnknown);
  });

  it('is told to the caller when time runs out', async () => {
    const { store, lampId } = await lamp();
    const executor = executorOn(uncertain(store, () => 'before'));
    const broken = envelopeOf(command(BreakLamp, { lampId }), { deadline: Date.now() + 40 });
    await expect(executor.execute(BreakLamp, broken)).rejects.toBeInstanceOf(OutcomeUnknown);
  });
});
