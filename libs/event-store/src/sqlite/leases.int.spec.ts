import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { expect, it } from '@jest/globals';
import { newOwner } from '../owner.ts';
import { openSqliteEventStore } from './open.ts';
import { temporaryFolder } from '../contract/temporary-folder.ts';

it('the lease of a process that was killed is taken at once; that of one alive, or elsewhere, is waited for', async () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  const folder = temporaryFolder();
  const store = await openSqliteEventStore({ path: folder.file() });
  const taken = async (holder: string): Promise<boolean> => {
    await store.checkpoints.acquire(holder, holder, 10_000);
    return (await store.checkpoints.acquire(holder, newOwner(), 10_000)) !== undefined;
  };
  expect(await taken(`${hostname()}/${pid}/killed`)).toBe(true);
  expect(await taken(newOwner())).toBe(false);
  expect(await taken(`elsewhere/${pid}/killed`)).toBe(false);
  await store.close();
  folder.remove();
});
