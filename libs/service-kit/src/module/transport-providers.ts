import type { Provider } from '@nestjs/common';
import { type IntakeLimits, ServiceClient } from '@panshi/messaging';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { TRANSPORT, TRANSPORT_ENDS } from './tokens.ts';
import { openTransport, type Transport } from './transport.ts';

/** Both ends of the transport that the settings name. */
export const transportProviders = (limits: IntakeLimits | undefined): readonly Provider[] => [
  { provide: TRANSPORT_ENDS, inject: [SETTINGS], useFactory: (settings: Settings) => openTransport(settings, limits) },
  { provide: TRANSPORT, inject: [TRANSPORT_ENDS], useFactory: ({ server }: Transport) => server },
  {
    provide: ServiceClient,
    inject: [TRANSPORT_ENDS],
    useFactory: ({ client }: Transport) => new ServiceClient(client),
  },
];
