import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './server.ts';

/** `npm run up`, as a user starts it. */
export interface Up {
  readonly url: string;
  /** What it printed so far. */
  readonly output: () => string;
  /** The processes of a service as it told of them last, or of all of them. */
  pids(service?: string): readonly number[];
  /** Resolves when it has printed a line like this, from now on. */
  says(line: RegExp): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** @throws {Error} with what it printed, where it ends before it is ready */
export const startUp = async (data: string, ...more: readonly string[]): Promise<Up> => {
  const child = spawn(process.execPath, [join(root, 'scripts/up.mjs'), '--data', data, ...more], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', NODE_OPTIONS: '', PORT: '0', LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  let printed = '';
  const processes = new Map<string, number>();
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      printed += `${line}\n`;
      const row =
        /^ {2}([a-z]+(?:\.\d+)?) +(\d+) +ready /.exec(line) ?? /^([a-z.\d]+) +\| .*process (\d+)\)/.exec(line);
      if (row) processes.set(row[1]!, Number(row[2]));
      for (const listener of listeners) listener(line);
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const says = (pattern: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      listeners.add((line) => pattern.test(line) && resolve());
      void ended.then((code) => reject(new Error(`it ended (${code}) before it said ${pattern}:\n${printed}`)));
    });
  await says(/ready on http/);
  return {
    url: /ready on (http:\/\/\S+)/.exec(printed)![1]!,
    output: () => printed,
    pids: (service) =>
      [...processes].filter(([name]) => !service || name.split('.')[0] === service).map(([, pid]) => pid),
    says,
    stop: async (signal = 'SIGTERM') => {
      process.off('exit', end);
      child.kill(signal);
      return ended;
    },
  };
};
