import { demoAccounts } from '@panshi/demo';
import { BadSettings, readSettings } from '@panshi/service-kit';
import { emptyFolder, folderProblem, ForeignFolder } from './data-folder.ts';
import { fillEmptyLog } from './fill-empty-log.ts';
import { assertPortFree, PortBusy } from './port.ts';
import { serve } from './serve.ts';
import { assertUsable } from './usable.ts';
import { farewell, welcome } from './words.ts';

export interface StartOptions {
  /** The data folder; PANSHI_DATA or ./data unless told. */
  readonly data?: string | undefined;
  /** Delete what is in it first. */
  readonly fresh: boolean;
  /** Fill an empty log with the demo district; else only with its first administrators. */
  readonly seed: boolean;
  readonly scale: number;
}

/** Serves the embedded topology in this process until SIGINT or SIGTERM; ends it with what to do where it cannot. */
export const start = async (options: StartOptions): Promise<void> => {
  try {
    await run(options);
  } catch (error) {
    const told = expected(error) ? error.message : folderProblem(error);
    if (told === undefined) throw error;
    console.error(`\nPanshi cannot start.\n${told}`);
    process.exit(1);
  }
};

const run = async ({ data, fresh, seed, scale }: StartOptions): Promise<void> => {
  const variables = { LOG_LEVEL: 'warn', ...process.env, ...(data && { PANSHI_DATA: data }) };
  let settings = readSettings(variables);
  await assertPortFree(settings.host, settings.port);
  if (fresh) await emptyFolder(settings.data);
  await assertUsable(settings);
  const stopping = stopSignal();
  const filled = await fillEmptyLog(settings, { seed, scale }, stopping);
  if (filled.demo) settings = { ...settings, provenance: 'demo' };
  const server = await serve(settings);
  console.log(welcome(server.url, settings.data, filled, demoAccounts));
  await stopped(stopping);
  console.log(farewell);
  await server.close();
  process.exit(0);
};

const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
};

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Errors that say themselves what to do. */
const expected = (error: unknown): error is Error =>
  error instanceof BadSettings ||
  error instanceof PortBusy ||
  error instanceof ForeignFolder ||
  ['UnusableStore', 'UnusableKeys', 'UnusableViews', 'SeedingStopped'].includes(Object(error).name as string);
