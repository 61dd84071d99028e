import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LRUCache } from 'lru-cache';
import { problem } from '../problem/refused.ts';
import type { Session } from '../request/request-context.ts';

interface Claims extends Session {
  readonly sub: string;
  readonly iat: number;
  readonly exp: number;
}

/** Tokens are short, since a grant revoked today must not be good tomorrow: renew them meanwhile. */
export const tokenSeconds = 15 * 60;

/** What the clocks of two gateways may differ by. */
const skewSeconds = 60;

/** Issues and checks tokens (HMAC: an Ed25519 check would cost as much as a whole bare request). */
@Injectable()
export class Tokens {
  private readonly verified = new LRUCache<string, Claims>({ max: 10_000 });

  constructor(private readonly jwt: JwtService) {}

  issue(session: Session): string {
    const { principal, signedInAt } = session;
    return this.jwt.sign({ principal, signedInAt }, { subject: principal.actor.account, expiresIn: tokenSeconds });
  }

  /**
   * @throws {ProblemError} 401 for a token that is not ours, was changed, or has run out; also for one issued later than
   * now, by a clock that ran ahead and was set back since: it would be good for as long as the clock was wrong
   */
  verify(token: string, now: Date): Session {
    const claims = this.verified.get(token) ?? this.check(token);
    const seconds = now.getTime() / 1000;
    if (claims.exp <= seconds || claims.iat > seconds + skewSeconds) throw problem('session.expired');
    return claims;
  }

  private check(token: string): Claims {
    try {
      const claims = this.jwt.verify<Claims>(token, { ignoreExpiration: true });
      this.verified.set(token, claims);
      return claims;
    } catch {
      throw problem('session.required');
    }
  }
}
