import { describe, expect, it, jest } from '@jest/globals';
import { type EventStore, openMemoryEventStore, StoreUnavailable } from '@panshi/event-store';
import { StoreProbe } from './store-probe.ts';

describe('whether the log can be written', () => {
  it('is told by a write, again and again', async () => {
    const probe = new StoreProbe(openMemoryEventStore(), 'me');
    expect(await probe.fault(0)).toBeUndefined();
    expect(await probe.fault(5000)).toBeUndefined();
  });

  it('is asked anew though the clock is set back', async () => {
    jest.useFakeTimers({ now: Date.UTC(2027, 3, 6) });
    let failing = true;
    const acquire = async (): Promise<undefined> => {
      if (failing) throw new StoreUnavailable('disk full');
    };
    const probe = new StoreProbe({ checkpoints: { acquire } as unknown as EventStore['checkpoints'] }, 'me');
    expect(await probe.fault()).toBe('disk full');
    failing = false;
    jest.setSystemTime(Date.UTC(2026, 2, 2));
    jest.advanceTimersByTime(1000);
    expect(await probe.fault()).toBeUndefined();
    jest.useRealTimers();
  });

  it('is not told by a write for each that asks', async () => {
    let writes = 0;
    const failing = async (): Promise<never> => {
      writes++;
      throw new StoreUnavailable('disk full');
    };
    const probe = new StoreProbe({ checkpoints: { acquire: failing } as unknown as EventStore['checkpoints'] }, 'me');
    expect(await Promise.all([probe.fault(0), probe.fault(900)])).toEqual(['disk full', 'disk full']);
    expect(writes).toBe(1);
    await probe.fault(1000);
    expect(writes).toBe(2);
  });
});
