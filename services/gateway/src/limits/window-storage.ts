import { Injectable } from '@nestjs/common';
import type { ThrottlerStorage } from '@nestjs/throttler';
import { LRUCache } from 'lru-cache';

interface Window {
  /** By the monotonic clock: by the other, an account would be blocked for as long as that was set back. */
  readonly endsAt: number;
  hits: number;
}

/**
 * Counts requests in fixed windows: constant work and memory per account. (The library's own storage keeps each hit
 * and filters all of them at each request, which is quadratic under load.)
 */
@Injectable()
export class WindowStorage implements ThrottlerStorage {
  private readonly windows = new LRUCache<string, Window>({ max: 50_000 });

  async increment(key: string, ttl: number, limit: number): ReturnType<ThrottlerStorage['increment']> {
    const now = performance.now();
    let window = this.windows.get(key);
    if (!window || window.endsAt <= now) {
      window = { endsAt: now + ttl, hits: 0 };
      this.windows.set(key, window);
    }
    window.hits += 1;
    const seconds = Math.ceil((window.endsAt - now) / 1000);
    const isBlocked = window.hits > limit;
    return { totalHits: window.hits, timeToExpire: seconds, isBlocked, timeToBlockExpire: isBlocked ? seconds : 0 };
  }
}
