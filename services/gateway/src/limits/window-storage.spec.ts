import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { WindowStorage } from './window-storage.ts';

describe('the rate limit', () => {
  afterEach(() => void jest.useRealTimers());

  it('ends its window though the clock is set back', async () => {
    jest.useFakeTimers({ now: Date.UTC(2027, 3, 6) });
    const storage = new WindowStorage();
    await storage.increment('a', 60_000, 1);
    expect((await storage.increment('a', 60_000, 1)).isBlocked).toBe(true);
    jest.setSystemTime(Date.UTC(2026, 2, 2));
    jest.advanceTimersByTime(60_000);
    expect(await storage.increment('a', 60_000, 1)).toMatchObject({ totalHits: 1, isBlocked: false });
  });

  it('lets the limit pass, then blocks and says for how long', async () => {
    const storage = new WindowStorage();
    for (let hit = 1; hit <= 3; hit++) expect((await storage.increment('a', 60_000, 3)).isBlocked).toBe(false);
    const over = await storage.increment('a', 60_000, 3);
    expect(over).toMatchObject({ totalHits: 4, isBlocked: true });
    expect(over.timeToBlockExpire).toBeGreaterThan(0);
    expect(over.timeToBlockExpire).toBeLessThanOrEqual(60);
  });

  it('counts each account alone', async () => {
    const storage = new WindowStorage();
    await storage.increment('a', 60_000, 1);
    expect((await storage.increment('b', 60_000, 1)).isBlocked).toBe(false);
  });
});
