import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join, resolve } from 'node:path';
import { findMongo } from '../../scripts/servers/mongo.ts';

export const root = resolve(import.meta.dirname, '../..');

/** What every program of ours is started with by tests: what was compiled for another start is used again. */
export const forPrograms = { NODE_OPTIONS: '', NODE_COMPILE_CACHE: join(root, '.cache/compiled') };

/** With PANSHI_TOPOLOGY=processes the same tests run against `npm run up`. */
const onProcesses = process.env.PANSHI_TOPOLOGY === 'processes';

/** Where there is no MongoDB server to be had, and none is required, the views of the processes are in SQLite. */
const noMongo = onProcesses && process.env.PANSHI_REQUIRE_ALL !== '1' && 'missing' in findMongo();

const script = onProcesses ? 'scripts/up.mjs' : 'scripts/start.mjs';
const views: readonly string[] = noMongo ? ['--views', 'sqlite'] : [];

/** A Panshi server as a user starts it: a process of its own, on a free port. */
export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it printed so far. */
  readonly output: () => string;
  /** Resolves with its exit code once it has ended; null when a signal ended it. */
  readonly ended: Promise<number | null>;
}

export interface ServerOptions {
  readonly data: string;
  readonly arguments?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** A command that runs it, as `ip netns exec NAME` does. */
  readonly within?: readonly string[];
  /** A copy of the checkout that it is started from. */
  readonly tree?: string;
}

/** A server's process from its first moment, ready or not. */
export type Launched = Omit<Server, 'url'> & { readonly ready: Promise<string> };

/** Starts a server and resolves once it says that it is ready. @throws {Error} with what it printed, where it ends before */
export const startServer = async (options: ServerOptions): Promise<Server> => {
  const { ready, ...launched } = launch(options);
  return { ...launched, url: await ready };
};

/** Starts a server that is expected to refuse: resolves with its exit code and what it printed. */
export const refusedServer = async (options: ServerOptions): Promise<{ code: number | null; output: string }> => {
  const { output, ended, ready } = launch(options);
  ready.catch(() => {});
  return { code: await ended, output: output() };
};

/** Starts a server; `ready` resolves with its address, or rejects with what it printed before it ended. */
export const launch = (options: ServerOptions): Launched => {
  const { data, arguments: more = [], environment = {}, within = [], tree = root } = options;
  const [program = '', ...args] = [...within, process.execPath, join(tree, script), ...views, '--data', data, ...more];
  const child = spawn(program, args, {
    cwd: tree,
    env: { ...process.env, NODE_ENV: 'production', ...forPrograms, PORT: '0', LOG_LEVEL: 'warn', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  let printed = '';
  const collect = (chunk: Buffer): void => {
    printed += chunk.toString();
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = new Promise<number | null>((resolved) => child.once('close', resolved));
  void ended.then(() => process.off('exit', kill));
  const ready = new Promise<string>((resolved, failed) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /ready on (http:\/\/\S+)/.exec(line)?.[1];
      if (found) resolved(found);
    });
    void ended.then((code) => failed(new Error(`the server ended (${code}) before it was ready:\n${printed}`)));
  });
  return { ready, process: child, output: () => printed, ended };
};

/** Asks a server to stop as an operator does, and waits until it has. */
export const stopServer = async (
  server: Launched | Server,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<number | null> => {
  server.process.kill(signal);
  return server.ended;
};
