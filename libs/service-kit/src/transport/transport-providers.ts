import type { Provider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { type IntakeLimits, ServiceClient } from '@panshi/messaging';
import type { Keys } from '@panshi/privacy';
import { AppendedTypes } from '../models/appended-types.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { EVENT_STORE, KEYS, TRANSPORT } from '../tokens.ts';
import { applyAppendHint } from './apply-append-hint.ts';
import { openTransport, type Transport } from './transport.ts';

/** The transport that the settings name, and what is known of what was appended, here and by others. */
export const transportProviders = (limits: IntakeLimits | undefined): readonly Provider[] => [
  {
    provide: TRANSPORT,
    inject: [SETTINGS, KEYS],
    useFactory: (settings: Settings, keys: Keys) => openTransport(settings, keys, limits),
  },
  { provide: ServiceClient, inject: [TRANSPORT], useFactory: ({ client }: Transport) => new ServiceClient(client) },
  {
    provide: AppendedTypes,
    inject: [EVENT_STORE, TRANSPORT],
    useFactory: (store: EventStore, transport: Transport) => {
      const appended = new AppendedTypes();
      transport.onAppended(applyAppendHint(store, appended));
      return appended;
    },
  },
];
