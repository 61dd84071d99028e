import { join } from 'node:path';
import type { FactoryProvider, Provider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { filePictures, type Keys, type PictureStore } from '@panshi/privacy';
import type { ViewStore } from '@panshi/read-model';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { openEvents, openKeyStores, openViews } from './adapters.ts';
import { CLOCK, EVENT_STORE, KEYS, PICTURES, VIEW_STORE } from '../tokens.ts';

const eventStore: FactoryProvider<EventStore> = {
  provide: EVENT_STORE,
  inject: [SETTINGS, CLOCK],
  useFactory: openEvents,
};

/** After the event store: should that refuse its file, the others are not even made. */
const viewStore: FactoryProvider<ViewStore> = {
  provide: VIEW_STORE,
  inject: [SETTINGS, EVENT_STORE],
  useFactory: openViews,
};

const keys: FactoryProvider<Keys> = {
  provide: KEYS,
  inject: [SETTINGS, EVENT_STORE],
  useFactory: openKeyStores,
};

const pictures: FactoryProvider<PictureStore> = {
  provide: PICTURES,
  inject: [SETTINGS, KEYS],
  useFactory: ({ data }: Settings, opened: Keys) =>
    filePictures({ directory: join(data, 'pictures'), keys: opened.keys }),
};

/** The stores that the settings name. */
export const storeProviders: readonly Provider[] = [eventStore, viewStore, keys, pictures];
