import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import { LRUCache } from 'lru-cache';
import { problem } from '../problem/refused.ts';

/** What a token says: whose session it belongs to, and nothing of what that may do. */
export interface Claims {
  /** The account. */
  readonly sub: string;
  /** The session, which began with a sign-in and keeps its id when renewed. */
  readonly id: string;
  /** Since when (epoch seconds). */
  readonly signedInAt: number;
  readonly iat: number;
  /** When the token runs out (epoch seconds). */
  readonly exp: number;
}

/** How long a token is good: who goes away without signing out leaves it behind for no longer. Renew it meanwhile. */
export const tokenSeconds = 15 * 60;

/** What the clocks of two gateways may differ by. */
const skewSeconds = 60;

/** Issues and checks tokens (HMAC: an Ed25519 check would cost as much as a whole bare request). */
@Injectable()
export class Tokens {
  private readonly verified = new LRUCache<string, Claims>({ max: 10_000 });

  constructor(private readonly jwt: JwtService) {}

  issue({ sub, id, signedInAt }: Pick<Claims, 'sub' | 'id' | 'signedInAt'>): string {
    return this.jwt.sign({ id, signedInAt }, { subject: sub, expiresIn: tokenSeconds });
  }

  /**
   * @throws {ProblemError} 401 for a token that is not ours, was changed, or has run out; also for one issued later than
   * now, by a clock that ran ahead and was set back since: it would be good for as long as the clock was wrong
   */
  verify(token: string, now: Date): Claims {
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
