import { describe, expect, it } from '@jest/globals';
import { pooledRandom } from './pooled-random.ts';

describe('pooled random bytes', () => {
  it('are as many as asked, never the same ones twice, and nobody else can change them', () => {
    const drawn = Array.from({ length: 5000 }, () => pooledRandom(12));
    expect(new Set(drawn.map(({ length }) => length))).toEqual(new Set([12]));
    expect(new Set(drawn.map((bytes) => Buffer.from(bytes).toString('hex'))).size).toBe(5000);
  });

  it('are not the zeros of a pool that was wiped or not yet filled', () => {
    const bytes = Array.from({ length: 2000 }, () => [...pooledRandom(16)]).flat();
    const zeros = bytes.filter((byte) => byte === 0).length;
    // 125 are expected of 32,000; a window of zeros would add 16 at once, a pool of them thousands.
    expect(zeros).toBeLessThan(300);
  });

  it('fill whole pools too', () => {
    expect(pooledRandom(8192)).toHaveLength(8192);
    expect(pooledRandom(1)).toHaveLength(1);
  });
});
