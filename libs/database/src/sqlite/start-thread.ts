import { once } from 'node:events';
import { type ResourceLimits, Worker } from 'node:worker_threads';

// From source a thread runs the .ts file, with the loaders of this process, and takes libraries in source; from dist neither.
const [extension, ...conditions] = import.meta.url.endsWith('.ts')
  ? ['ts', ...process.execArgv, '--conditions=@panshi/source']
  : ['js'];

/**
 * Starts a thread for what works on a database, so that neither disk nor another process holds up this one; resolves
 * with its first message. @param module its file, without extension @throws what the thread throws before
 */
export const startThread = async (
  module: URL,
  workerData: unknown,
  resourceLimits?: ResourceLimits,
): Promise<Worker> => {
  const execArgv = ['--no-warnings', ...conditions];
  const worker = new Worker(new URL(`${module.href}.${extension}`), { workerData, execArgv, resourceLimits });
  await once(worker, 'message');
  return worker;
};
