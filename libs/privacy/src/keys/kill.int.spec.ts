import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from '@jest/globals';
import { openKeys } from '../open-keys.ts';

const program = fileURLToPath(new URL('./fixtures/create-keys.ts', import.meta.url));
const rounds = 5;

/** Starts a process that creates keys and reports each once it has it, and kills it in the middle of its work. */
const createAndKill = async (path: string, afterReports: number): Promise<ReadonlyMap<string, string>> => {
  const flags = ['--conditions=@panshi/source', '--experimental-transform-types', '--no-warnings'];
  const child = spawn(process.execPath, [...flags, program, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  const reported = new Map<string, string>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [subject, key] = line.split(' ');
    if (subject && key?.length === 64) reported.set(subject, key);
    if (reported.size >= afterReports) child.kill('SIGKILL');
  }
  return reported;
};

it('a key that was returned outlives kill -9 in the middle of creating others', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'panshi-kill-'));
  const path = join(directory, 'keys.db');
  const all = new Map<string, string>();
  for (let round = 0; round < rounds; round++) {
    const reported = await createAndKill(path, 50 + 70 * round);
    expect(reported.size).toBeGreaterThanOrEqual(50);
    for (const [subject, key] of reported) all.set(subject, key);
  }
  const { keys, close } = await openKeys({ path });
  for (const [subject, key] of all) expect(await keys.key(subject, 1)).toEqual(Buffer.from(key, 'hex'));
  await close();
  rmSync(directory, { recursive: true });
});
