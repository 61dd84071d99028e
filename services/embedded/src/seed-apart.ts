import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { SeedingStopped } from '@panshi/demo';
import type { Settings } from '@panshi/service-kit';

/**
 * Seeds in a process of its own, so that the server keeps none of the memory it takes. That process ends with this one.
 * @throws {SeedingStopped} when aborted, or when it ended before it was done
 */
export const seedApart = async (settings: Settings, scale: number, signal: AbortSignal): Promise<void> => {
  const child = fork(fileURLToPath(import.meta.resolve('./seed-process.js')));
  child.send({ settings, scale });
  const stop = (): boolean => child.kill('SIGTERM');
  signal.addEventListener('abort', stop, { once: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  signal.removeEventListener('abort', stop);
  if (code !== 0)
    throw new SeedingStopped('The demo district was not filled in; nothing of it is kept. Start again to do it anew.');
};
