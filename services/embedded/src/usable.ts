import { existsSync } from 'node:fs';
import { openKeys } from '@panshi/privacy';
import { openSqliteViewStore } from '@panshi/read-model';
import type { Settings } from '@panshi/service-kit';

/**
 * Keys and views that cannot be used are refused before the log is opened, so that a refusal leaves every file as it
 * was. (The log is looked at before it is opened, by its own store.)
 * @throws {UnusableKeys | UnusableStore}
 */
export const assertUsable = async ({ keysPath, masterKey, viewsPath }: Settings): Promise<void> => {
  if (existsSync(keysPath)) await (await openKeys({ path: keysPath, masterKey })).close();
  if (existsSync(viewsPath)) await (await openSqliteViewStore({ path: viewsPath })).close();
};
