import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { aborted } from 'node:util';
import { Module, type ModuleMetadata } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { Readiness } from '../health/readiness.ts';
import { PanshiModule } from '../module/panshi.module.ts';
import type { Settings } from '../settings/settings.ts';
import { TRANSPORT } from '../tokens.ts';
import type { Transport } from '../transport/transport.ts';

/** Milliseconds that HTTP requests under way have to end in when the process stops. */
const closingMs = 10_000;

/** What a process serves beside the stores and the transport: one service, the gateway, or all of them. */
export interface Served extends Pick<ModuleMetadata, 'imports' | 'controllers'> {
  /** What is special about its HTTP server. */
  readonly http?: HttpServer;
}

export interface HttpServer {
  adapter(): FastifyAdapter;
  configure(app: NestFastifyApplication): Promise<void>;
}

export interface Serving {
  readonly url: string;
  /** Answers what was taken, and closes. */
  close(): Promise<void>;
}

@Module({})
class ProcessModule {}

/**
 * Health answers first; requests are taken over the transport only when views and models have caught up with the log
 * and the transport is there. Resolves then, or when the process is to stop.
 */
export const serve = async (
  { imports = [], controllers, http }: Served,
  settings: Settings,
  stopping: AbortSignal,
): Promise<Serving> => {
  const root = { module: ProcessModule, imports: [PanshiModule.forRoot({ settings }), ...imports], controllers };
  const app = await NestFactory.create<NestFastifyApplication>(root, http?.adapter() ?? new FastifyAdapter(), {
    bodyParser: false,
    bufferLogs: true,
    // Else an explanation of why it cannot start would come after a page of Nest's own lines.
    autoFlushLogs: false,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.flushLogs();
  const transport = app.get<Transport>(TRANSPORT);
  app.connectMicroservice({ strategy: transport.server });
  await http?.configure(app);
  try {
    await app.listen(settings.port, settings.host);
    const prepared = Promise.all([transport.connect(), caughtUp(app.get(Readiness), stopping)]);
    await Promise.race([prepared, aborted(stopping, app)]);
    if (!stopping.aborted) await app.startAllMicroservices();
  } catch (error) {
    await app.close();
    throw error;
  }
  const server = app.getHttpServer() as Server;
  return {
    url: urlOf(settings.host, server),
    close: async () => {
      setTimeout(() => server.closeAllConnections(), closingMs).unref();
      await app.close();
    },
  };
};

const caughtUp = async (readiness: Readiness, stopping: AbortSignal): Promise<void> => {
  while (!stopping.aborted && !(await readiness.caughtUp())) await delay(50);
};

const urlOf = (host: string, server: Server): string => {
  const { port } = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
};
