import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { validated } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';

/** What a route reads of its query that reads none. */
class Nothing {}

/** Whether a handler of a controller reads the query: what it does not know of it, it refuses itself, with what else is wrong. */
export const readsQuery = (controller: object, handler: string): boolean =>
  Object.keys((Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) as object | undefined) ?? {}).some((key) =>
    key.startsWith(`${RouteParamtypes.QUERY}:`),
  );

/** Refuses query parameters where a route names none: passed over, they would seem to have been heard. */
@Injectable()
export class UnreadQueriesGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { url, query } = context.switchToHttp().getRequest<FastifyRequest>();
    const isAsked = Object.keys(query as object).length > 0;
    if (isAsked && url.startsWith('/api/') && !readsQuery(context.getClass(), context.getHandler().name))
      validated(Nothing, query);
    return true;
  }
}
