import { type CanActivate, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { contextOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { Sessions } from './sessions.ts';

const open = 'panshi:open';

/** Marks a route that needs no session: signing in, health, documentation. */
export const Open = (): MethodDecorator & ClassDecorator => SetMetadata(open, true);

/** Nobody passes without a session, except where a route says {@link Open}. There are no anonymous writes. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (this.reflector.getAllAndOverride<boolean>(open, [context.getHandler(), context.getClass()])) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const token = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw problem('session.required');
    contextOf(request).session = await this.sessions.of(token);
    return true;
  }
}
