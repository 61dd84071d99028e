import { aborted } from 'node:util';
import { runOrExplain } from './explanation.ts';
import { stopSignal } from './stop-signal.ts';

/**
 * Runs this process: starts what it serves, until SIGINT, SIGTERM or the end of the process that forked it, and then
 * stops that again and ends with 0. Where it cannot start, it says what to do and ends with 1.
 * @param name of what is started, as the operator knows it
 * @param start resolves once it serves, or is to stop; with what stops it
 */
export const runProcess = async (
  name: string,
  start: (stopping: AbortSignal) => Promise<() => Promise<void>>,
): Promise<void> => {
  const stopping = stopSignal();
  // What it makes is for its own user alone.
  process.umask(0o077);
  const stop = await runOrExplain(`${name} cannot start.`, () => start(stopping));
  await aborted(stopping, process);
  await stop();
  process.exit(0);
};
