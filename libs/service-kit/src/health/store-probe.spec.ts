import { describe, expect, it } from '@jest/globals';
import { type EventStore, openMemoryEventStore, StoreUnavailable } from '@panshi/event-store';
import { StoreProbe } from './store-probe.ts';

describe('whether the log can be written', () => {
  it('is told by a write, again and again', async () => {
    const probe = new StoreProbe(openMemoryEventStore(), 'me');
    expect(await probe.writable(0)).toBe(true);
    expect(await probe.writable(5000)).toBe(true);
  });

  it('is not told by a write for each that asks', async () => {
    let writes = 0;
    const failing = async (): Promise<never> => {
      writes++;
      throw new StoreUnavailable('disk full');
    };
    const probe = new StoreProbe({ checkpoints: { acquire: failing } as unknown as EventStore['checkpoints'] }, 'me');
    expect(await Promise.all([probe.writable(0), probe.writable(900)])).toEqual([false, false]);
    expect(writes).toBe(1);
    await probe.writable(1000);
    expect(writes).toBe(2);
  });
});
