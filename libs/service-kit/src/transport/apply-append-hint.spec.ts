import { describe, expect, it } from '@jest/globals';
import { AppendedTypes } from '../models/appended-types.ts';
import { applyAppendHint } from './apply-append-hint.ts';

describe('a hint that another process has appended', () => {
  const types = ['LampBroken'];
  const hinted = async (position: string) => {
    let woken = 0;
    const appended = new AppendedTypes();
    const store = { wake: () => void woken++, head: async () => '0000000000000007' };
    await applyAppendHint(store, appended)({ position, types });
    return { woken, waitedFor: appended.last(types) };
  };

  it('has the log looked at, and what was appended waited for', async () => {
    expect(await hinted('0000000000000007')).toEqual({ woken: 1, waitedFor: '0000000000000007' });
  });

  it('of what the log does not hold makes nobody wait', async () => {
    expect(await hinted('0000000000000008')).toEqual({ woken: 1, waitedFor: undefined });
  });
});
