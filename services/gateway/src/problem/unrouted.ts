import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
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
