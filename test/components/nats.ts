import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { setImmediate } from 'node:timers/promises';
import { findNats } from '../../scripts/servers/nats.ts';
import { suiteNeeding } from './suite-needing.ts';

/** A real nats-server of a test's own, on a free port of the loopback. */
export interface Nats {
  /** `nats://127.0.0.1:PORT`, the same after a restart. */
  readonly url: string;
  /** Where it says that it listens. */
  readonly address: string;
  /** The address for a user of its configuration. */
  urlOf(user: string, password: string): string;
  /** Ends it: in good order, or as a crash does. */
  stop(signal?: NodeJS.Signals): Promise<void>;
  /** Starts it again on the same port. */
  start(): Promise<void>;
  /** Lets it hang with its connections open (on Linux), and go on. */
  pause(): Promise<void>;
  resume(): void;
}

export interface NatsOptions {
  /** Where it listens; where its configuration says, or on the loopback, unless told. */
  readonly address?: string;
  /** A configuration file instead of none. */
  readonly config?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

const found = findNats();

export const describeWithNats = suiteNeeding('nats-server', found);

/** @throws {Error} where there is no nats-server, or with what it printed when it does not start */
export const startNats = async ({
  config,
  address = config ? undefined : '127.0.0.1',
  environment = {},
}: NatsOptions = {}): Promise<Nats> => {
  if ('missing' in found) throw new Error(found.missing);
  const { path } = found;
  let port = -1;
  let listens = '';
  let child: ChildProcess;
  const kill = (): boolean => child.kill('SIGKILL');
  const start = async (): Promise<void> => {
    const args = [...(config ? ['-c', config] : []), ...(address ? ['-a', address] : []), '-p', String(port)];
    child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, ...environment } });
    process.once('exit', kill);
    [listens, port] = await listening(child);
  };
  await start();
  return {
    url: `nats://${listens}:${port}`,
    address: listens,
    urlOf: (user, password) => `nats://${user}:${password}@${listens}:${port}`,
    start,
    stop: async (signal = 'SIGTERM') => {
      process.off('exit', kill);
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
    pause: async () => {
      child.kill('SIGSTOP');
      while (!isStopped(child.pid!)) await setImmediate();
    },
    resume: () => void child.kill('SIGCONT'),
  };
};

/** Whether every thread of it has stopped: the signal takes its time. */
const isStopped = (pid: number): boolean =>
  readdirSync(`/proc/${pid}/task`).every((thread) =>
    /\) T /.test(readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8')),
  );

/** The address and port it says it listens on (-1 asks for any free one), once it is ready. */
const listening = (child: ChildProcess): Promise<[address: string, port: number]> =>
  new Promise((ready, failed) => {
    let printed = '';
    let found: [string, number] = ['', 0];
    createInterface({ input: child.stderr! }).on('line', (line) => {
      printed += `${line}\n`;
      const [, address, port] = /Listening for client connections on (.*):(\d+)$/.exec(line) ?? [];
      if (address && port) found = [address, Number(port)];
      if (line.endsWith('Server is ready')) ready(found);
    });
    child.once('exit', (code) => failed(new Error(`nats-server ended (${code}):\n${printed}`)));
  });
