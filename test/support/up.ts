import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { forPrograms, root, type ServerOptions } from './server.ts';

/** `npm run up`, as a user starts it. */
export interface Up {
  readonly url: string;
  /** What it printed so far. */
  readonly output: () => string;
  /** The processes of a service, or of the one instance named (`grid.2`), as it told of them last; or all of them. */
  pids(service?: string): readonly number[];
  /** Where each process answers for its health, by name (`grid.2`), as it told last; the broker does not. */
  urls(): ReadonlyMap<string, string>;
  /** Resolves when it has printed a line like this, from now on. */
  says(line: RegExp): Promise<void>;
  /** Asks it to stop; resolves with its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

interface Told {
  readonly pid: number;
  readonly url: string;
}

/** A line that tells of a process: a row of its table, or that one is ready again. */
const toldOf = (line: string): readonly [name: string, told: Told] | undefined => {
  const row = /^ {2}([a-z]+(?:\.\d+)?) +(?<pid>\d+) +ready +\d+ +(?<url>\S+)/.exec(line);
  const again = /^([a-z.\d]+) +\| is ready again at (?<url>\S+) \(process (?<pid>\d+)\)/.exec(line);
  const found = row ?? again;
  if (!found) return undefined;
  const { pid, url } = found.groups as { readonly pid: string; readonly url: string };
  return [found[1]!, { pid: Number(pid), url: /^http:\/\/[^/]+/.exec(url)?.[0] ?? '' }];
};

/** @throws {Error} with what it printed, where it ends before it is ready */
export const startUp = (data: string, ...more: readonly string[]): Promise<Up> =>
  startUpWith({ data, arguments: more });

/** As {@link startUp}, in an environment. */
export const startUpWith = async (options: ServerOptions): Promise<Up> => {
  const { data, arguments: more = [], environment, tree = root } = options;
  const child = spawn(process.execPath, [join(tree, 'scripts/up.mjs'), '--data', data, ...more], {
    cwd: tree,
    env: { ...process.env, NODE_ENV: 'production', ...forPrograms, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = (): boolean => child.kill('SIGTERM');
  process.once('exit', end);
  let printed = '';
  const processes = new Map<string, Told>();
  const listeners = new Set<(line: string) => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      printed += `${line}\n`;
      const told = toldOf(line);
      if (told) processes.set(...told);
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
      [...processes]
        .filter(([name]) => !service || name === service || name.split('.')[0] === service)
        .map(([, { pid }]) => pid),
    urls: () => new Map([...processes].flatMap(([name, { url }]) => (url ? [[name, url] as const] : []))),
    says,
    stop: async (signal = 'SIGTERM') => {
      process.off('exit', end);
      child.kill(signal);
      return ended;
    },
  };
};
