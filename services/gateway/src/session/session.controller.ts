import { Body, Controller, Delete, Get, HttpCode, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Principal } from '@panshi/contracts';
import { validated } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session-answers.ts';
import { newId } from '../request/new-id.ts';
import { principalOf, type Session as SignedIn, sessionOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { Accounts } from './accounts.ts';
import { EndedSessions } from './ended-sessions.ts';
import { PasswordCheck } from './password-check.ts';
import { Open } from './session.guard.ts';
import { SignIn } from '../request/sign-in.ts';
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
    private readonly ended: EndedSessions,
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
    return this.answer({ principal, id: newId(), signedInAt: Math.floor(Date.now() / 1000) });
  }

  /** A new token for the same session. */
  @Post('renew')
  @HttpCode(200)
  async renew(@Req() request: FastifyRequest): Promise<Session> {
    const session = sessionOf(request);
    if (Date.now() / 1000 - session.signedInAt > longestSessionHours * 3600)
      throw problem('session.too-long', { hours: longestSessionHours });
    return this.answer(session);
  }

  /** Ends the session: no token of it is good from now on. */
  @Delete()
  @HttpCode(204)
  signOut(@Req() request: FastifyRequest): Promise<void> {
    return this.ended.end(sessionOf(request).id);
  }

  @Get()
  whoAmI(@Req() request: FastifyRequest): Principal {
    return principalOf(request);
  }

  private answer({ principal, id, signedInAt }: SignedIn): Session {
    const token = this.tokens.issue({ sub: principal.actor.account, id, signedInAt });
    return { token, expiresInSeconds: tokenSeconds, principal };
  }
}
