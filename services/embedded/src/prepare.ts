import { BadSettings, readSettings, type Settings } from '@panshi/service-kit';
import { emptyFolder, folderProblem, ForeignFolder } from './data-folder.ts';
import { type Filled, fillEmptyLog } from './fill-empty-log.ts';
import { assertPortFree, PortBusy } from './port.ts';
import { assertUsable } from './usable.ts';

export interface StartOptions {
  /** The data folder; PANSHI_DATA or ./data unless told. */
  readonly data?: string | undefined;
  /** Delete what is in it first. */
  readonly fresh: boolean;
  /** Fill an empty log with the demo district; else only with its first administrators. */
  readonly seed: boolean;
  readonly scale: number;
}

/** Stores that can be used, and a log that has its beginning: what a server starts from. */
export interface Prepared {
  readonly settings: Settings;
  readonly filled: Filled;
}

/** Checks the settings, the port and the data, and fills an empty log. @throws {Error} see {@link orTold} */
export const prepare = async ({ data, fresh, seed, scale }: StartOptions, stopping: AbortSignal): Promise<Prepared> => {
  const variables = { LOG_LEVEL: 'warn', ...process.env, ...(data && { PANSHI_DATA: data }) };
  const settings = readSettings(variables);
  await assertPortFree(settings.host, settings.port);
  if (fresh) await emptyFolder(settings.data);
  await assertUsable(settings);
  const filled = await fillEmptyLog(settings, { seed, scale }, stopping);
  return { settings: filled.demo ? { ...settings, provenance: 'demo' } : settings, filled };
};

/** Does it; where that fails for a reason that says itself what to do, says that and ends this process. */
export const orTold = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    const told = expected(error) ? error.message : folderProblem(error);
    if (told === undefined) throw error;
    console.error(`\nPanshi cannot start.\n${told}`);
    process.exit(1);
  }
};

/** Errors that say themselves what to do. */
const expected = (error: unknown): error is Error =>
  error instanceof BadSettings ||
  error instanceof PortBusy ||
  error instanceof ForeignFolder ||
  ['UnusableStore', 'UnusableKeys', 'UnusableViews', 'SeedingStopped', 'BrokerRefuses', 'BrokerForbids'].includes(
    Object(error).name as string,
  );
