import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { findNats } from '../../scripts/servers/nats.ts';

/** A process of a bench's own. */
export interface Program {
  readonly pid: number;
  /** What it told of itself when it was ready, such as its address. */
  readonly told: string;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

/**
 * Starts a program; ready once it prints a line like this, whose group is what it tells.
 * @throws {Error} with the last it printed, where it ends before
 */
export const program = async (
  command: string,
  args: readonly string[],
  ready: RegExp,
  environment: Readonly<Record<string, string>> = {},
): Promise<Program> => {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production', ...environment },
  });
  const kill = (): boolean => child.kill();
  process.once('exit', kill);
  const told = await new Promise<string>((resolve, reject) => {
    let last = '';
    child.once('exit', (code) => reject(new Error(`${command} ${args[0]} ended (${code}): ${last}`)));
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        last = line;
        const found = ready.exec(line)?.[1];
        if (found !== undefined) resolve(found);
      });
  });
  const stop = async (): Promise<void> => {
    process.off('exit', kill);
    child.kill();
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  };
  return { pid: child.pid!, told, stop };
};

/** A NATS server that lets everybody in; it tells its address. */
export const broker = async (): Promise<Program> => {
  const nats = findNats();
  if ('missing' in nats) throw new Error(nats.missing);
  const listening = /Listening for client connections on .*:(\d+)$/;
  const started = await program(nats.path, ['-a', '127.0.0.1', '-p', '-1'], listening);
  return { ...started, told: `nats://127.0.0.1:${started.told}` };
};
