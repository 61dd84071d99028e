import { existsSync } from 'node:fs';
import { OperatorError } from '@panshi/kernel';
import { readSettings, type Settings } from '@panshi/service-kit';

/** The settings of a data folder, by the environment. @throws {BadSettings | OperatorError} where there is no log */
export const settingsIn = (data: string): Settings => {
  const settings = readSettings({ ...process.env, PANSHI_DATA: data });
  if ('path' in settings.events && !existsSync(settings.events.path))
    throw new OperatorError(
      `There is no log at ${settings.events.path}: give its folder with --data, or start Panshi once.`,
    );
  return settings;
};
