import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type HttpServer, SETTINGS, type Settings } from '@panshi/service-kit';
import { boundInFlight } from './limits/in-flight.ts';
import { slowRefusals } from './limits/slow-refusals.ts';
import { serveDocs } from './openapi/docs-page.ts';
import { openApiDocument } from './openapi/document.ts';
import { answerMethods } from './problem/allowed-methods.ts';
import { answerNoRequests } from './problem/no-request.ts';
import { refuseBadHeads } from './problem/request-heads.ts';
import { answerBadAddress, refuseBadQueries } from './problem/unrouted.ts';
import { jsonLimit } from './request/body-limits.ts';
import { takeBodies } from './routes/bodies.ts';
import { safeHeaders } from './routes/safe-headers.ts';

/** Characters from which on an answer is encoded at once: what a socket is given as text of many scripts it encodes slowly. */
const longAnswer = 2048;

/** The HTTP server with its sizes and times (milliseconds). */
const adapter = (): FastifyAdapter =>
  new FastifyAdapter({
    bodyLimit: jsonLimit,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
    // A request without a host is refused by us, in words.
    http: { headersTimeout: 10_000, requireHostHeader: false },
    frameworkErrors: answerBadAddress,
    routerOptions: { maxParamLength: 200 },
  });

/** Sets the borders of the HTTP application: headers, bodies, documentation. */
const configure = async (app: NestFastifyApplication): Promise<void> => {
  const server = app.getHttpAdapter().getInstance();
  const headers = await safeHeaders();
  server.addHook('onRequest', ({ url }, reply, done) => {
    reply.headers(headers);
    if (url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
    done();
  });
  server.addHook('onSend', (_request, _reply, payload, done) => {
    done(null, typeof payload === 'string' && payload.length > longAnswer ? Buffer.from(payload) : payload);
  });
  boundInFlight(server);
  slowRefusals(server, app.get<Settings>(SETTINGS).requestsPerMinute / 40);
  refuseBadHeads(server);
  answerNoRequests(server.server, answerMethods(server));
  refuseBadQueries(server);
  takeBodies(server);
  await serveDocs(server, openApiDocument);
};

/** How the gateway speaks HTTP. */
export const gatewayHttp: HttpServer = { adapter, configure };
