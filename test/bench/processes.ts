import { execFile, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export interface Load {
  readonly url: string;
  readonly requests: readonly object[];
  readonly seconds: number;
}

/** Puts load on a server from another process; answers per second. @throws {Error} when an answer was not 2xx */
export const load = async (what: Load): Promise<number> => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'load.mjs'), JSON.stringify(what)], {
    maxBuffer: 1 << 24,
  });
  const { perSecond, bad, statuses } = JSON.parse(stdout) as { perSecond: number; bad: number; statuses: object };
  if (bad) throw new Error(`${bad} answers of ${what.url} were no 2xx: ${JSON.stringify(statuses)}`);
  return perSecond;
};

/** A bare Nest application in a process of its own. */
export const bareNest = async (pageFile = ''): Promise<{ readonly url: string; readonly stop: () => void }> => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-nest.mjs'), pageFile], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const url = await new Promise<string>((ready, failed) => {
    child.once('exit', () => failed(new Error('the bare server ended')));
    createInterface({ input: child.stdout }).on('line', (line) => ready(line.replace('ready on ', '')));
  });
  return { url, stop: () => child.kill() };
};
