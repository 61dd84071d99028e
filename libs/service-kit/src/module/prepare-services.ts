import type { INestApplication } from '@nestjs/common';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Logger } from 'nestjs-pino';
import { TRANSPORT } from './tokens.ts';

/**
 * Makes a Nest application that imports {@link PanshiModule} answer commands and queries: attaches the transport, the
 * log and the signals that end it in order. Call it before `init` or `listen`.
 */
export const prepareServices = async (app: INestApplication): Promise<void> => {
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  app.connectMicroservice({ strategy: app.get<CustomTransportStrategy>(TRANSPORT) });
  await app.startAllMicroservices();
};
