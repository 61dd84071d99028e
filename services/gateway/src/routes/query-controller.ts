import { Controller, Get, Param, Query as QueryParams, Req, Res, type Type } from '@nestjs/common';
import { may, type QueryEnvelope, queryOptions, type QueryType } from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
import { reject, validated } from '@panshi/service-kit';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem } from '../problem/refused.ts';
import { etag, isHeld } from './headers.ts';
import { Moments } from '../request/moments.ts';
import { correlationOf, principalOf } from '../request/request-context.ts';

/** How long a client waits for an answer, milliseconds; questions about the past fold history first. */
const patience = 5_000;
const patienceForThePast = 60_000;

/** The HTTP route of a query. `after` waits for one's own write, `asOf` answers as of a past moment. */
export const queryController = (type: QueryType): Type => {
  const { route, permission, impersonal, byClockWithout } = queryOptions(type);

  @Controller('api/v1')
  class QueryRoute {
    constructor(private readonly services: ServiceClient) {}

    @Get(route.split(' ')[1])
    async handle(
      @Req() request: FastifyRequest,
      @Res({ passthrough: true }) response: FastifyReply,
      @Param() params: Record<string, string>,
      @QueryParams() { after: given, asOf: past, ...query }: Record<string, unknown>,
    ): Promise<unknown> {
      const principal = principalOf(request);
      if (!may(principal, permission)) reject('permission.missing', { permission });
      const { after, asOf } = validated(Moments, { after: given, asOf: past });
      const envelope: QueryEnvelope = {
        query: { ...query, ...params },
        correlationId: correlationOf(request),
        principal,
        after,
        asOf,
        deadline: Date.now() + (asOf ? patienceForThePast : patience),
      };
      const answer = await this.services.query(type, envelope);
      if (answer.body === undefined || answer.body === null) throw problem('not-found');
      response.header('X-Position', answer.position);
      if (answer.version !== undefined) response.header('ETag', etag(answer.version));
      if (asOf) response.header('X-As-Of', asOf);
      if (!impersonal) return answer.body;
      response.header('Cache-Control', 'private, no-cache');
      const isByClock = byClockWithout !== undefined && query[byClockWithout] === undefined && asOf === undefined;
      if (answer.version === undefined || isByClock || !isHeld(request, etag(answer.version))) return answer.body;
      response.status(304);
      return undefined;
    }
  }
  Object.defineProperty(QueryRoute, 'name', { value: `${type.name}Route` });
  return QueryRoute;
};
