import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EventStore } from '@panshi/event-store';
import { OperatorError } from '@panshi/kernel';
import type { ViewStore } from '@panshi/read-model';
import {
  keepersIn,
  type KeeperStatus,
  openEvents,
  openViews,
  type Settings,
  type StoreAddress,
  withOpen,
} from '@panshi/service-kit';
import { settingsIn } from '../settings-in.ts';

/** What a data folder is of: its stores, and the processes that run on it and keep views. */
export interface System {
  readonly settings: Settings;
  readonly keepers: readonly KeeperStatus[];
}

/**
 * By the environment; but where processes run on the folder, the views are where those keep them.
 * @throws {BadSettings | OperatorError} where there is no log, or not to be said where the views are
 */
export const systemIn = async (data: string): Promise<System> => {
  const settings = settingsIn(data);
  const keepers = await keepersIn(data);
  return { settings: { ...settings, views: viewsOf(settings, keepers) }, keepers };
};

const viewsOf = ({ data, views }: Settings, keepers: readonly KeeperStatus[]): StoreAddress => {
  const named = process.env.PANSHI_VIEWS ? [views] : [];
  const [found = views, ...others] = new Map(
    [...named, ...keepers.map((keeper) => keeper.views)].map((each) => [placeOf(each), each]),
  ).values();
  if (others.length > 0)
    throw new OperatorError(
      `view.several-stores: the processes that run on ${data} keep the views elsewhere than ${named.length > 0 ? 'PANSHI_VIEWS says: unset it' : 'each other: end those that are of another system'}.`,
    );
  const server = ['mongod', 'ferretdb'].some((kind) => existsSync(join(data, `views.${kind}`)));
  if ('path' in found && !existsSync(found.path) && server)
    throw new OperatorError(
      `view.server-stopped: the views of ${data} are on the MongoDB server of npm run up, which does not run: start that first.`,
    );
  return found;
};

const placeOf = (store: StoreAddress): string => ('url' in store ? store.url : resolve(store.path));

/** The same, for looking only: a file of views that is not there is not made. */
export const forLooking = (settings: Settings): Settings => {
  const { views } = settings;
  return 'path' in views && !existsSync(views.path) ? { ...settings, views: { path: ':memory:' } } : settings;
};

export interface Stores {
  readonly events: EventStore;
  readonly views: ViewStore;
}

/** Does something with the log and the views, and closes both. */
export const withStores = <T>(settings: Settings, work: (stores: Stores) => Promise<T>): Promise<T> =>
  withOpen(openEvents(settings), (events) => withOpen(openViews(settings), (views) => work({ events, views })));
