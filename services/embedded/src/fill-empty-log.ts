import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type FirstAccount, firstAdministrators, renderProgress, seedDemo } from '@panshi/demo';
import { type EventStore, openSqliteEventStore } from '@panshi/event-store';
import { type Keys, openKeys } from '@panshi/privacy';
import type { Settings } from '@panshi/service-kit';

/** What is in the log before the server starts. */
export interface Filled {
  /** Whether the log holds the demo district. */
  readonly demo: boolean;
  /** Accounts made just now, with passwords that are told this once. */
  readonly firstAccounts: readonly FirstAccount[];
}

/** Gives an empty log its beginning: the demo district, or the first three administrators. A log with events is left alone. */
export const fillEmptyLog = async (
  settings: Settings,
  { seed, scale }: { seed: boolean; scale: number },
  signal: AbortSignal,
): Promise<Filled> => {
  const store = await openSqliteEventStore({ path: settings.eventsPath });
  try {
    const provenance = await firstProvenance(store);
    if (provenance) return { demo: provenance === 'demo', firstAccounts: [] };
    await mkdir(dirname(settings.keysPath), { recursive: true });
    const keys = await openKeys({ path: settings.keysPath, masterKey: settings.masterKey });
    try {
      return await fill(store, keys, seed, scale, signal);
    } finally {
      await keys.close();
    }
  } finally {
    await store.close();
  }
};

const fill = async (
  store: EventStore,
  keys: Keys,
  seed: boolean,
  scale: number,
  signal: AbortSignal,
): Promise<Filled> => {
  if (!seed) return { demo: false, firstAccounts: await firstAdministrators({ store, keys }) };
  const progress = renderProgress(process.stdout);
  try {
    await seedDemo({ store, keys, scale, until: thisHour(), onProgress: progress.show, signal });
  } finally {
    progress.stop();
  }
  return { demo: true, firstAccounts: [] };
};

const thisHour = (): string => new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();

const firstProvenance = async (store: EventStore): Promise<string | undefined> => {
  for await (const { provenance } of store.readAll({ limit: 1 })) return provenance;
  return undefined;
};
