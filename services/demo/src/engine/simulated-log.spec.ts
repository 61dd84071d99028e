import { describe, expect, it } from '@jest/globals';
import type { NewEvent, RecordedEvent } from '@panshi/event-store';
import { SimulatedLog } from './simulated-log.ts';

const event = (id: string): NewEvent => ({
  id,
  type: 'CaseAccepted',
  schema: 'panshi.case.v1.CaseAccepted',
  data: {},
  occurredAt: '2026-03-02T01:00:00.000Z',
  actor: { account: 'a', person: 'p', post: '' },
  correlationId: 'c',
  causationId: 'c',
  provenance: 'demo',
  regions: ['320113001001001'],
  fingerprint: 'demo',
});

const log = () => {
  const heard: RecordedEvent[] = [];
  let now = Date.parse('2026-03-02T01:00:00.000Z');
  const store = new SimulatedLog(
    () => now++,
    (recorded) => heard.push(recorded),
  ).store();
  return { store, heard };
};

describe('a simulated log', () => {
  it('numbers events in each stream and in all, stamps them with simulated time, and tells of them at once', async () => {
    const { store, heard } = log();
    await store.append('case-1', [event('1'), event('2')], { expect: 'none', commandId: 'x' });
    await store.append('case-2', [event('3')], { expect: 'none', commandId: 'y' });
    const last = await store.append('case-1', [event('4')], { expect: 1, commandId: 'z' });
    expect(heard.map(({ stream, version, commandId }) => [stream, version, commandId])).toEqual([
      ['case-1', 0, 'x'],
      ['case-1', 1, 'x'],
      ['case-2', 0, 'y'],
      ['case-1', 2, 'z'],
    ]);
    expect(heard.map(({ position }) => position)).toEqual(heard.map(({ position }) => position).toSorted());
    expect(heard[0]?.recordedAt).toBe('2026-03-02T01:00:00.000Z');
    expect(last).toEqual({ version: 2, position: await store.head() });
  });

  it('takes nothing decided on another state than it is in', async () => {
    const { store, heard } = log();
    await store.append('case-1', [event('1')], { expect: 'none', commandId: 'x' });
    await expect(store.append('case-1', [event('2')], { expect: 'none', commandId: 'y' })).rejects.toThrow('is at 0');
    await expect(store.append('case-1', [event('2')], { expect: 3, commandId: 'y' })).rejects.toThrow('not 3');
    expect(heard).toHaveLength(1);
  });

  it('says so when asked for what it did not keep', async () => {
    const { store } = log();
    await store.append('case-1', [event('1')], { expect: 'none', commandId: 'x' });
    const read = async (from: number) => {
      for await (const found of store.readStream('case-1', { from })) return found;
      return undefined;
    };
    expect(await read(1)).toBeUndefined();
    await expect(read(0)).rejects.toThrow('not kept');
  });
});
