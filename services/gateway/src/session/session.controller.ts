import { Body, Controller, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Principal } from '@panshi/contracts';
import type { Keys } from '@panshi/privacy';
import { KEYS, validated } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session-answers.ts';
import { contextOf, principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { Accounts } from './accounts.ts';
import { Open } from './session.guard.ts';
import { SignIn } from './sign-in.ts';
import { Tokens, tokenSeconds } from './token.ts';

/** After this one signs in anew, however often one renewed. */
const longestSessionHours = 12;

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
    @Inject(KEYS) private readonly keys: Keys,
  ) {}

  /** The same answer, after the same time, whether the name or the password is wrong. */
  @Open()
  @Throttle({ default: { limit: 10, ttl: 60_000 } })
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: unknown): Promise<Session> {
    const { username, password } = validated(SignIn, body);
    const right = await this.keys.credentials.verify(username, password);
    const principal = right ? await this.accounts.find(username) : undefined;
    if (!principal) throw problem('session.wrong-credentials');
    return this.answer(principal, Math.floor(Date.now() / 1000));
  }

  /** A new token with today's grants. */
  @Post('renew')
  @HttpCode(200)
  async renew(@Req() request: FastifyRequest): Promise<Session> {
    const signedInAt = contextOf(request).session?.signedInAt ?? 0;
    if (Date.now() / 1000 - signedInAt > longestSessionHours * 3600)
      throw problem('session.too-long', { hours: longestSessionHours });
    return this.answer(await this.accounts.again(principalOf(request).actor.account), signedInAt);
  }

  @Get()
  whoAmI(@Req() request: FastifyRequest): Principal {
    return principalOf(request);
  }

  private answer(principal: Principal, signedInAt: number): Session {
    const token = this.tokens.issue({ principal, signedInAt });
    return { token, expiresInSeconds: tokenSeconds, principal };
  }
}
