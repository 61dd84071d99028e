import { existsSync } from 'node:fs';
import type { EventStore } from '@panshi/event-store';
import { OperatorError } from '@panshi/kernel';
import type { ViewStore } from '@panshi/read-model';
import { openEvents, openViews, readSettings, type Settings, withOpen } from '@panshi/service-kit';

/** The environment's settings, for a data folder. @throws {BadSettings | OperatorError} where there is no log */
export const settingsFor = (data: string): Settings => {
  const settings = readSettings({ ...process.env, PANSHI_DATA: data });
  if ('path' in settings.events && !existsSync(settings.events.path))
    throw new OperatorError(
      `There is no log at ${settings.events.path}: give its folder with --data, or start Panshi once.`,
    );
  return settings;
};

export interface Stores {
  readonly events: EventStore;
  readonly views: ViewStore;
}

/** Does something with the log and the views, and closes both. */
export const withStores = <T>(settings: Settings, work: (stores: Stores) => Promise<T>): Promise<T> =>
  withOpen(openEvents(settings), (events) => withOpen(openViews(settings), (views) => work({ events, views })));
