import { type ExecutionContext, Injectable } from '@nestjs/common';
import { ThrottlerGuard, type ThrottlerLimitDetail } from '@nestjs/throttler';
import type { FastifyRequest } from 'fastify';
import { contextOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';

/** Requests per account (per address before sign-in) and minute; over it 429 with Retry-After. */
@Injectable()
export class RateGuard extends ThrottlerGuard {
  protected override async getTracker(request: FastifyRequest): Promise<string> {
    return contextOf(request).session?.principal.actor.account ?? `address ${request.ip}`;
  }

  /** One count for all an account does; signing in is counted apart, by address alone: a body is anybody's to choose. */
  protected override generateKey(context: ExecutionContext, tracker: string): string {
    return context.getHandler().name === 'signIn' ? `sign-in ${tracker}` : tracker;
  }

  protected override async throwThrottlingException(_: ExecutionContext, detail: ThrottlerLimitDetail): Promise<void> {
    const seconds = detail.timeToBlockExpire;
    throw problem('request.too-many', { seconds }, { retryAfterSeconds: seconds });
  }
}
