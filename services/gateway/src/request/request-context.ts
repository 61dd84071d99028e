import type { Principal } from '@panshi/contracts';
import { isTraceparent, type Traceparent } from '@panshi/kernel';
import type { FastifyRequest } from 'fastify';
import { validate } from 'uuid';
import { newId } from './new-id.ts';

/** Who is signed in, with what they may do now, and since when (epoch seconds). */
export interface Session {
  readonly principal: Principal;
  /** Tells it from other sessions of the account. */
  readonly id: string;
  readonly signedInAt: number;
  /** When its token runs out (epoch seconds); absent in one for which none was issued yet. */
  readonly exp?: number;
}

/** What the gateway keeps of a request while it is under way. */
export interface RequestContext {
  correlationId?: string;
  session?: Session;
}

type WithContext = FastifyRequest & { panshi?: RequestContext };

export const contextOf = (request: FastifyRequest): RequestContext => ((request as WithContext).panshi ??= {});

/** The request's correlation id: the client's `X-Correlation-Id` where that is a UUID, else a new one. */
export const correlationOf = (request: FastifyRequest): string => {
  const context = contextOf(request);
  const given = request.headers['x-correlation-id'];
  context.correlationId ??= typeof given === 'string' && validate(given) ? given : newId();
  return context.correlationId;
};

/** The trace the request belongs to, as its `traceparent` names it (W3C); what is no trace context is passed over. */
export const traceparentOf = ({ headers: { traceparent } }: FastifyRequest): Traceparent | undefined =>
  typeof traceparent === 'string' && isTraceparent(traceparent) ? traceparent : undefined;

/** The session the guard found. @throws {TypeError} on a route the guard does not stand before */
export const sessionOf = (request: FastifyRequest): Session => {
  const { session } = contextOf(request);
  if (!session) throw new TypeError('no session: this route lacks the session guard');
  return session;
};

/** Who is signed in. @throws {TypeError} on a route the guard does not stand before */
export const principalOf = (request: FastifyRequest): Principal => sessionOf(request).principal;
