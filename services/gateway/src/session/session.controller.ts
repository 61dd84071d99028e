import { Body, Controller, Get, HttpCode, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Principal } from '@panshi/contracts';
import { validated } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session-answers.ts';
import { contextOf, principalOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { Accounts } from './accounts.ts';
import { PasswordCheck } from './password-check.ts';
import { Open } from './session.guard.ts';
import { SignIn } from './sign-in.ts';
import { Tokens, tokenSeconds } from './token.ts';

/** From one address, behind which there may be a whole office. */
const signInsAMinute = 60;

/** After this one signs in anew, however often one renewed. */
const longestSessionHours = 12;

@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly accounts: Accounts,
    private readonly tokens: Tokens,
    private readonly passwords: PasswordCheck,
  ) {}

  /** The same answer, after the same time, whether the name or the password is wrong. */
  @Open()
  @Throttle({ default: { limit: signInsAMinute, ttl: 60_000 } })
  @Post()
  @HttpCode(200)
  async signIn(@Body() body: unknown, @Req() { ip }: FastifyRequest): Promise<Session> {
    const given = validated(SignIn, body);
    const right = await this.passwords.isRight(given, ip);
    const principal = right ? await this.accounts.find(given.username) : undefined;
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
