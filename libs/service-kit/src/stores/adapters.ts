import { type Clock, systemClock } from '@panshi/async';
import { type EventStore, openKurrentEventStore, openSqliteEventStore } from '@panshi/event-store';
import { type Keys, openKeys, openMongoKeys } from '@panshi/privacy';
import { openMongoViewStore, openSqliteViewStore, type ViewStore } from '@panshi/read-model';
import type { Settings } from '../settings/settings.ts';

/*
 * The one place that knows the adapters of the three stores: PANSHI_EVENTS, PANSHI_VIEWS and PANSHI_KEYS choose here, each
 * by the scheme of its URL. (The fourth, PANSHI_NATS, chooses in transport/transport.ts.) What a URL may be is in settings/environment.ts.
 */

/** Does something with what is opened, and closes it. */
export const withOpen = async <Opened extends { close(): Promise<void> }, Result>(
  opening: Promise<Opened>,
  work: (opened: Opened) => Promise<Result>,
): Promise<Result> => {
  const opened = await opening;
  return work(opened).finally(() => opened.close());
};

export const openEvents = ({ events }: Settings, { now: clock }: Clock = systemClock): Promise<EventStore> =>
  'url' in events ? openKurrentEventStore({ ...events, clock }) : openSqliteEventStore({ ...events, clock });

export const openViews = ({ views }: Settings): Promise<ViewStore> =>
  'url' in views ? openMongoViewStore(views) : openSqliteViewStore(views);

export const openKeyStores = ({ keys, masterKey }: Settings): Promise<Keys> =>
  'url' in keys ? openMongoKeys({ ...keys, masterKey }) : openKeys({ ...keys, masterKey });
