import { existsSync } from 'node:fs';
import { openKeyStores, openViews, type Settings, type StoreAddress } from '@panshi/service-kit';

const isThere = (store: StoreAddress): boolean => 'url' in store || existsSync(store.path);

/**
 * Keys and views that cannot be used are refused before the log is opened, so that a refusal leaves every file as it
 * was. (The log is looked at before it is opened, by its own store.)
 * @throws {UnusableKeys | UnusableStore}
 */
export const assertStoresUsable = async (settings: Settings): Promise<void> => {
  if (isThere(settings.keys)) await (await openKeyStores(settings)).close();
  if (isThere(settings.views)) await (await openViews(settings)).close();
};
