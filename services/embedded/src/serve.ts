import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { configureHttp, httpAdapter } from '@panshi/gateway';
import { Readiness, type Settings, TRANSPORT } from '@panshi/service-kit';
import { Logger } from 'nestjs-pino';
import { embeddedModule } from './embedded.module.ts';

/** Milliseconds that requests under way have to end in when the server stops. */
const grace = 10_000;

export interface Serving {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts every service and the gateway in this process; resolves once it is ready. */
export const serve = async (settings: Settings): Promise<Serving> => {
  const app = await NestFactory.create<NestFastifyApplication>(embeddedModule(settings), httpAdapter(), {
    bodyParser: false,
    bufferLogs: true,
    // Else a refusal, which says itself what to do, would come after a page of Nest's own lines.
    autoFlushLogs: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.connectMicroservice({ strategy: app.get<CustomTransportStrategy>(TRANSPORT) });
  await app.startAllMicroservices();
  await configureHttp(app);
  await app.init();
  await ready(app.get(Readiness));
  await app.listen(settings.port, settings.host);
  const server = app.getHttpServer() as Server;
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${port}`,
    close: async () => {
      setTimeout(() => server.closeAllConnections(), grace).unref();
      await app.close();
    },
  };
};

const ready = async (readiness: Readiness): Promise<void> => {
  while ((await readiness.report()).status !== 'ok') await new Promise((again) => setTimeout(again, 50));
};
