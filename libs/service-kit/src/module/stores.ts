import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FactoryProvider, Provider } from '@nestjs/common';
import { type EventStore, openSqliteEventStore } from '@panshi/event-store';
import { filePictures, type Keys, openKeys, type PictureStore } from '@panshi/privacy';
import { openSqliteViewStore, type ViewStore } from '@panshi/read-model';
import type { Clock } from '../clock.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { CLOCK, EVENT_STORE, KEYS, PICTURES, VIEW_STORE } from './tokens.ts';

const milliseconds = (clock: Clock) => () => clock.now().getTime();

const eventStore: FactoryProvider<EventStore> = {
  provide: EVENT_STORE,
  inject: [SETTINGS, CLOCK],
  useFactory: ({ eventsPath }: Settings, clock: Clock) =>
    openSqliteEventStore({ path: eventsPath, clock: milliseconds(clock) }),
};

/** After the event store: should that refuse its file, the others are not even made. */
const viewStore: FactoryProvider<ViewStore> = {
  provide: VIEW_STORE,
  inject: [SETTINGS, EVENT_STORE],
  useFactory: async ({ viewsPath }: Settings) => {
    await mkdir(dirname(viewsPath), { recursive: true });
    return openSqliteViewStore({ path: viewsPath });
  },
};

const keys: FactoryProvider<Keys> = {
  provide: KEYS,
  inject: [SETTINGS, EVENT_STORE],
  useFactory: async ({ keysPath, masterKey }: Settings) => {
    await mkdir(dirname(keysPath), { recursive: true });
    return openKeys({ path: keysPath, masterKey });
  },
};

const pictures: FactoryProvider<PictureStore> = {
  provide: PICTURES,
  inject: [SETTINGS, KEYS],
  useFactory: ({ data }: Settings, opened: Keys) =>
    filePictures({ directory: join(data, 'pictures'), keys: opened.keys }),
};

/** The stores that the settings name. */
export const storeProviders: readonly Provider[] = [eventStore, viewStore, keys, pictures];
