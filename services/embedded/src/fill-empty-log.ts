import { type FirstAccount, firstAdministrators } from '@panshi/demo';
import type { EventStore } from '@panshi/event-store';
import type { Keys } from '@panshi/privacy';
import { openEvents, openKeyStores, type Settings, withOpen } from '@panshi/service-kit';
import { seedApart } from './seed-apart.ts';

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
  const provenance = await firstProvenance(settings);
  if (provenance) return { demo: provenance === 'demo', firstAccounts: [] };
  if (!seed) return { demo: false, firstAccounts: await withStores(settings, firstAdministrators) };
  await seedApart(settings, scale, signal);
  return { demo: true, firstAccounts: [] };
};

const firstProvenance = (settings: Settings): Promise<string | undefined> =>
  withOpen(openEvents(settings), async (store) => {
    for await (const { provenance } of store.readAll({ limit: 1 })) return provenance;
    return undefined;
  });

/** Does something with log and keys alone, and closes both. */
export const withStores = <T>(
  settings: Settings,
  work: (stores: { store: EventStore; keys: Keys }) => Promise<T>,
): Promise<T> =>
  withOpen(openEvents(settings), (store) => withOpen(openKeyStores(settings), (keys) => work({ store, keys })));
