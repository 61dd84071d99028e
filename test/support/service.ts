import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { forPrograms, root } from './server.ts';

/** One service alone, as an operator starts it: `node services/grid/dist/main.js`. */
export interface ServiceProcess {
  readonly output: () => string;
  /** Resolves with the first thing that it logs or prints and that matches, past or to come. */
  says(pattern: RegExp): Promise<RegExpExecArray>;
  stop(): Promise<number | null>;
  readonly ended: Promise<number | null>;
}

/** @param within a command that runs it, as `ip netns exec NAME` does */
export const startServiceProcess = (
  name: string,
  environment: Readonly<Record<string, string>>,
  within: readonly string[] = [],
): ServiceProcess => {
  const [command = '', ...args] = [...within, process.execPath, join(root, `services/${name}/dist/main.js`)];
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', ...forPrograms, PORT: '0', LOG_LEVEL: 'info', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = (): boolean => child.kill('SIGKILL');
  process.once('exit', kill);
  let printed = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => {
      printed += `${line}\n`;
      for (const listener of listeners) listener();
    });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  void ended.then(() => process.off('exit', kill));
  return {
    output: () => printed,
    ended,
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(printed);
          if (found) resolve(found);
        };
        listeners.add(look);
        look();
        void ended.then((code) => reject(new Error(`${name} ended (${code}) before ${pattern}:\n${printed}`)));
      }),
    stop: () => {
      child.kill('SIGTERM');
      return ended;
    },
  };
};
