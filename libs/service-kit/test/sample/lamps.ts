import { type EventStore, openMemoryEventStore, type RecordedEvent } from '@panshi/event-store';
import { memoryKeyStore } from '@panshi/privacy';
import { CommandExecutor } from '../../src/command/command-executor.ts';
import type { AggregateDefinition } from '../../src/definition/aggregate.ts';
import { InstallLamp } from './commands.ts';
import { command, envelopeOf } from './envelopes.ts';
import { lampSchemas } from './events.ts';
import { lampAggregate } from './lamp.ts';

export const now = '2026-03-02T01:00:00.000Z';
export const regionCode = '320113001001';

export const executorOn = (store: EventStore, aggregate: AggregateDefinition = lampAggregate) =>
  new CommandExecutor({
    store,
    clock: { now: () => Date.parse(now) },
    schemas: lampSchemas,
    keys: memoryKeyStore(),
    provenance: 'real',
    aggregates: [aggregate],
    lookup: () => Promise.reject(new Error('nothing to look up')),
  });

export const eventsOf = async (store: EventStore, stream: string): Promise<RecordedEvent[]> => {
  const events: RecordedEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  return events;
};

/** A store with one lamp in it. */
export const lamp = async () => {
  const store = openMemoryEventStore({ clock: () => Date.parse(now) });
  const executor = executorOn(store);
  const installed = envelopeOf(command(InstallLamp, { regionCode, keeper: '张三' }));
  const receipt = await executor.execute(InstallLamp, installed);
  return { store, executor, installed, receipt, lampId: receipt.id as string };
};

/** A store whose appends go through `append` first. */
export const withAppend = (inner: EventStore, append: EventStore['append']): EventStore =>
  new Proxy(inner, {
    get: (target, name) => {
      const member = Reflect.get(target, name) as unknown;
      if (name === 'append') return append;
      return typeof member === 'function' ? (member.bind(target) as unknown) : member;
    },
  });
