import { join } from 'node:path';
import type { FactoryProvider } from '@nestjs/common';
import { filePictures, type Keys } from '@panshi/privacy';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { openEvents, openKeyStores, openViews } from './adapters.ts';
import { CLOCK, EVENT_STORE, KEYS, PICTURES, VIEW_STORE } from '../tokens.ts';

/** The stores that the settings name: the event store first, for should that refuse its file, the others are not even made. */
export const storeProviders: readonly FactoryProvider[] = [
  { provide: EVENT_STORE, inject: [SETTINGS, CLOCK], useFactory: openEvents },
  { provide: VIEW_STORE, inject: [SETTINGS, EVENT_STORE], useFactory: openViews },
  { provide: KEYS, inject: [SETTINGS, EVENT_STORE], useFactory: openKeyStores },
  {
    provide: PICTURES,
    inject: [SETTINGS, KEYS],
    useFactory: ({ data }: Settings, { keys }: Keys) => filePictures({ directory: join(data, 'pictures'), keys }),
  },
];
