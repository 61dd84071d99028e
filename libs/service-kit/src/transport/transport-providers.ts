import type { Provider } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { type IntakeLimits, ServiceClient } from '@panshi/messaging';
import { AppendedTypes } from '../models/appended-types.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { EVENT_STORE, TRANSPORT } from '../tokens.ts';
import { applyAppendHint } from './apply-append-hint.ts';
import { openTransport, type Transport } from './transport.ts';

/** The transport that the settings name, and what is known of what was appended, here and by others. */
export const transportProviders = (limits: IntakeLimits | undefined): readonly Provider[] => [
  { provide: TRANSPORT, inject: [SETTINGS], useFactory: (settings: Settings) => openTransport(settings, limits) },
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
