import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { PictureTurns } from './picture-turns.ts';

describe('turns at opening pictures', () => {
  let turns: PictureTurns;
  let begun: string[];
  let finish: (() => void)[];
  beforeEach(() => {
    turns = new PictureTurns();
    begun = [];
    finish = [];
  });
  const opens = (account: string): Promise<void> =>
    turns.take(account, () => {
      begun.push(account);
      return new Promise((resolve) => finish.push(resolve));
    });

  it('are one of an account at a time, and two in all', async () => {
    const first = [opens('a'), opens('a'), opens('a'), opens('b'), opens('c')];
    await setImmediate();
    expect(begun).toEqual(['a', 'b']);
    finish[0]!();
    await first[0];
    await setImmediate();
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('of an account are as many as one report names, those of others beside them', async () => {
    for (let n = 0; n < 9; n += 1) void opens('a');
    await expect(opens('a')).rejects.toMatchObject({ status: 429, code: 'picture.too-many' });
    await setImmediate();
    finish[0]!();
    await setImmediate();
    void opens('a');
    await expect(opens('a')).rejects.toMatchObject({ more: { retryAfterSeconds: expect.any(Number) } });
    void opens('b');
    await setImmediate();
    expect(begun).toContain('b');
  });
});
