import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { ownerHasEnded, newOwner } from './owner.ts';

describe('an owner of leases', () => {
  const { pid: ended } = spawnSync(process.execPath, ['-e', '']);

  it('is gone once its process has ended on this machine', () => {
    expect(ownerHasEnded(newOwner())).toBe(false);
    expect(ownerHasEnded(`${hostname()}/${ended}/id`)).toBe(true);
  });

  it('of another machine, or of no process, is never taken for gone', () => {
    for (const owner of [`elsewhere/${ended}/id`, 'one', '', `${hostname()}/0/id`, `${hostname()}/-1/id`])
      expect(ownerHasEnded(owner)).toBe(false);
  });
});
