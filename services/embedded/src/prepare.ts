import { readSettings, type Settings } from '@panshi/service-kit';
import { assertPortFree } from './assert-port-free.ts';
import { assertStoresUsable } from './assert-stores-usable.ts';
import { emptyFolder } from './data-folder.ts';
import { fillEmptyLog } from './fill-empty-log.ts';

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
  /** Whether the log holds the demo district. */
  readonly isDemo: boolean;
}

/** Checks the settings, the port and the data, and fills an empty log. @throws what `runOrExplain` explains */
export const prepare = async ({ data, fresh, seed, scale }: StartOptions, stopping: AbortSignal): Promise<Prepared> => {
  const variables = { LOG_LEVEL: 'warn', ...process.env, ...(data && { PANSHI_DATA: data }) };
  const settings = readSettings(variables);
  await assertPortFree(settings.host, settings.port);
  if (fresh) await emptyFolder(settings.data);
  await assertStoresUsable(settings);
  const isDemo = await fillEmptyLog(settings, { seed, scale }, stopping);
  return { settings: isDemo ? { ...settings, provenance: 'demo' } : settings, isDemo };
};
