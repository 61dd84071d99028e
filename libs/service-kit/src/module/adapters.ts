import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type EventStore, openSqliteEventStore } from '@panshi/event-store';
import { type Keys, openKeys } from '@panshi/privacy';
import { openSqliteViewStore, type ViewStore } from '@panshi/read-model';
import type { Clock } from '../clock.ts';
import type { Settings } from '../settings/settings.ts';

/*
 * The one place that knows the adapters of the three stores: PANSHI_EVENTS, PANSHI_VIEWS and PANSHI_KEYS choose here, each
 * by the scheme of its URL. (The fourth, PANSHI_NATS, chooses in transport.ts.) What a URL may be is in settings/store-url.ts.
 */

export const openEvents = ({ eventsPath }: Settings, clock: Clock): Promise<EventStore> =>
  openSqliteEventStore({ path: eventsPath, clock: () => clock.now().getTime() });

export const openViews = async ({ viewsPath }: Settings): Promise<ViewStore> => {
  await mkdir(dirname(viewsPath), { recursive: true });
  return openSqliteViewStore({ path: viewsPath });
};

export const openKeyStores = async ({ keysPath, masterKey }: Settings): Promise<Keys> => {
  await mkdir(dirname(keysPath), { recursive: true });
  return openKeys({ path: keysPath, masterKey });
};
