import { unavailable } from '@panshi/messaging';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblemError } from '../problem/to-problem-error.ts';

/** Requests under way at once: more than one process of a service takes, and few enough to hold in memory. */
export const mostInFlight = 3000;

/** Not counted: health, which is asked under load above all, and live streams, which last long and have bounds of their own. */
const uncounted = /^\/(?:health\/|api\/v1\/live(?:[?/]|$))/;

/** Refuses what comes beyond so many requests under way, before anything of it is read: overload is an answer, not memory. */
export const boundInFlight = (server: FastifyInstance, most = mostInFlight): void => {
  let inFlight = 0;
  server.addHook('onRequest', ({ url }: FastifyRequest, { raw }: FastifyReply, done) => {
    if (uncounted.test(url)) return done();
    if (inFlight >= most) return done(toProblemError(unavailable('overloaded')));
    inFlight += 1;
    // Also when the client does not wait for the answer.
    raw.once('close', () => (inFlight -= 1));
    done();
  });
};
