import { describe, expect, it } from '@jest/globals';
import { WindowStorage } from './window-storage.ts';

describe('the rate limit', () => {
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
