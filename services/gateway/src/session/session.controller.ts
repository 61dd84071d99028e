import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req } from '@nestjs/common';
import { Throttle } from '@nestjs/throttler';
import type { Principal } from '@panshi/contracts';
import type { Keys } from '@panshi/privacy';
import { KEYS, validated } from '@panshi/service-kit';
import type { FastifyRequest } from 'fastify';
import type { Session } from './session-answers.ts';
import { newId } from '../request/new-id.ts';
import { principalOf, type Session as SignedIn, sessionOf } from '../request/request-context.ts';
import { problem } from '../problem/refused.ts';
import { Accounts } from './accounts.ts';
import { EndedSessions } from './ended-sessions.ts';
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
    private readonly ended: EndedSessions,
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
