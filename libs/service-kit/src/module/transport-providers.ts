import type { Provider } from '@nestjs/common';
import { InProcessClient, InProcessHub, InProcessServer, type IntakeLimits, ServiceClient } from '@panshi/messaging';
import { TRANSPORT } from './tokens.ts';

/** Both ends of the transport: in-process, in this build. */
export const transportProviders = (limits: IntakeLimits | undefined): readonly Provider[] => [
  InProcessHub,
  { provide: TRANSPORT, inject: [InProcessHub], useFactory: (hub: InProcessHub) => new InProcessServer(hub, limits) },
  {
    provide: ServiceClient,
    inject: [InProcessHub],
    useFactory: (hub: InProcessHub) => new ServiceClient(new InProcessClient(hub)),
  },
];
