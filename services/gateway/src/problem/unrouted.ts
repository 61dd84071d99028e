import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { newId } from '../request/new-id.ts';
import { correlationOf } from '../request/request-context.ts';
import { ProblemError } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { type GatewayCode, problem } from './refused.ts';

/** Answers an address that leads to no route, nor to a filter: one that cannot be read. */
export const answerBadAddress = (error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  const refused = new ProblemError(error.statusCode ?? 400, 'request.bad-address' satisfies GatewayCode);
  const answer = problemOf(refused, correlationOf(request), request.headers['accept-language']);
  reply.status(answer.status).header('Cache-Control', 'no-store').type('application/problem+json');
  reply.send(JSON.stringify(answer));
};

/** Refuses a query string that is not encoded rightly: the parser would take it as it stands. */
export const refuseBadQueries = (server: FastifyInstance): void => {
  server.addHook('onRequest', ({ url }, _, done) => {
    try {
      if (url.includes('%')) decodeURIComponent(url);
      done();
    } catch {
      done(problem('request.bad-address'));
    }
  });
};

const codes: Readonly<Record<string, 'request.too-slow' | 'request.headers-too-large'>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too-slow',
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
};

/** Answers what is no request yet, and hangs up. */
export const answerNoRequest = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  const answer = problemOf(problem(codes[error.code ?? ''] ?? 'request.no-http'), newId());
  const body = JSON.stringify(answer);
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy(error);
};
