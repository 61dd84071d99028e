import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { filePictures, memoryKeyStore } from '@panshi/privacy';
import { DailyQuota, mostADay } from './daily-quota.ts';

describe('the pictures of an account in a day', () => {
  let directory: string;
  let now: number;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'panshi-quota-'));
    now = Date.parse('2026-03-01T15:59:59.999Z');
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  /** Of a gateway that begins now, with the pictures that all of them have. */
  const begun = (): DailyQuota =>
    new DailyQuota(filePictures({ directory, keys: memoryKeyStore() }), { now: () => now });

  it('are bounded over all gateways, and through their restarts, until midnight in China', async () => {
    const gateways = [begun(), begun()];
    for (let n = 0; n < mostADay; n += 1) await gateways[n % 2]!.take('demo-street');
    for (const gateway of [...gateways, begun()])
      await expect(gateway.take('demo-street')).rejects.toMatchObject({
        status: 429,
        code: 'picture.quota',
        more: { retryAfterSeconds: expect.any(Number) },
      });
    await begun().take('demo-grid');
    now += 1;
    await begun().take('demo-street');
  });
});
