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

interface Loaded {
  /** Of the first request and the last answer, in milliseconds since the epoch. */
  readonly start: number;
  readonly finish: number;
  readonly perSecond: number;
}

/** Puts load on a server from another process; answers per second. @throws {Error} when an answer was not 2xx */
export const load = async (what: Load): Promise<number> => (await generate(what)).perSecond;

/** Sends so many requests from another process. @throws {Error} when an answer was not 2xx */
export const sendAll = (what: Omit<Load, 'seconds'> & { readonly amount: number }): Promise<Loaded> => generate(what);

const generate = async (what: object & Pick<Load, 'url'>): Promise<Loaded> => {
  const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'load.mjs'), JSON.stringify(what)], {
    maxBuffer: 1 << 24,
  });
  const { bad, statuses, ...loaded } = JSON.parse(stdout) as Loaded & { bad: number; statuses: object };
  if (bad) throw new Error(`${bad} answers of ${what.url} were no 2xx: ${JSON.stringify(statuses)}`);
  return loaded;
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
