import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { CustomTransportStrategy } from '@nestjs/microservices';
import { Logger } from 'nestjs-pino';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../health/readiness.ts';
import { PanshiModule } from '../module/panshi.module.ts';
import { TRANSPORT, TRANSPORT_ENDS } from '../module/tokens.ts';
import type { Transport } from '../module/transport.ts';
import type { Settings } from '../settings/settings.ts';
import type { ProcessDefinition } from './run-process.ts';
import type { Stop } from './stop-requested.ts';

/** Milliseconds that HTTP requests under way have to end in when the process stops. */
const grace = 10_000;

export interface ServingProcess {
  readonly url: string;
  close(): Promise<void>;
}

@Module({})
class ProcessModule {}

/**
 * Health answers first; requests are taken over the transport only when views and models have caught up with the log
 * and the broker is there. Resolves then, or when the process is to stop.
 */
export const serveProcess = async (
  { serve, http = () => new FastifyAdapter(), configure }: ProcessDefinition,
  settings: Settings,
  { signal, requested }: Stop,
): Promise<ServingProcess> => {
  const { imports = [], controllers = [] } = serve(settings);
  const root = { module: ProcessModule, imports: [PanshiModule.forRoot({ settings }), ...imports], controllers };
  const app = await NestFactory.create<NestFastifyApplication>(root, http(), {
    bodyParser: false,
    bufferLogs: true,
    autoFlushLogs: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  app.connectMicroservice({ strategy: app.get<CustomTransportStrategy>(TRANSPORT) });
  await configure?.(app);
  try {
    await app.listen(settings.port, settings.host);
    const connected = app.get<Transport>(TRANSPORT_ENDS).connect();
    await Promise.race([Promise.all([connected, caughtUp(app.get(Readiness), signal)]), requested]);
    if (!signal.aborted) await app.startAllMicroservices();
  } catch (error) {
    await app.close();
    throw error;
  }
  const server = app.getHttpServer() as Server;
  return {
    url: urlOf(settings.host, server),
    close: async () => {
      setTimeout(() => server.closeAllConnections(), grace).unref();
      await app.close();
    },
  };
};

const caughtUp = async (readiness: Readiness, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && !(await readiness.caughtUp())) await delay(50);
};

const urlOf = (host: string, server: Server): string => {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
