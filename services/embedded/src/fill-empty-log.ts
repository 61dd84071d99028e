import { firstAdministrators } from '@panshi/demo';
import type { EventStore } from '@panshi/event-store';
import type { Keys } from '@panshi/privacy';
import { openEvents, openKeyStores, type Settings, withOpen } from '@panshi/service-kit';
import { seedApart } from './seed-apart.ts';
import { firstLines } from './welcome.ts';

/**
 * Gives an empty log its beginning: the demo district, or the first three administrators, whose passwords are printed at
 * once. A log with events is left alone. @returns whether the log holds the demo district
 */
export const fillEmptyLog = async (
  settings: Settings,
  { seed, scale }: { seed: boolean; scale: number },
  signal: AbortSignal,
): Promise<boolean> => {
  const provenance = await firstProvenance(settings);
  if (provenance) {
    if (scale > 1) console.log(noScale);
    return provenance === 'demo';
  }
  if (seed) await seedApart(settings, scale, signal);
  else await withStores(settings, (stores) => firstAdministrators({ ...stores, tell }));
  return seed;
};

const noScale = '  The log is filled already, so --scale has no effect; with --fresh it begins anew.';

const tell: Parameters<typeof firstAdministrators>[0]['tell'] = (accounts) => console.log(firstLines(accounts));

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
