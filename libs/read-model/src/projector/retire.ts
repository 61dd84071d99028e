import type { ViewDefinition } from '../view.ts';
import type { ViewStore } from '../view-store.ts';
import { besideName } from './rebuild-beside.ts';

/**
 * Drops older versions of a view that nobody keeps any more: builds of the software that read them hold their leases
 * while they run. @returns the versions dropped
 */
export const retireOlder = async (
  views: Pick<ViewStore, 'list' | 'drop'>,
  { name, version }: Pick<ViewDefinition, 'name' | 'version'>,
): Promise<readonly number[]> => {
  const names = [name, besideName(name)];
  const old = (await views.list()).filter(
    (each) => names.includes(each.name) && each.version < version && !each.leased,
  );
  for (const each of old) await views.drop(each.name, each.version);
  return old.map((each) => each.version);
};
