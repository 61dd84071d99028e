import { type CanActivate, type ExecutionContext, Injectable, UnauthorizedException } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { FastifyRequest } from 'fastify';

/** Who is signed in. */
export interface Claims {
  readonly sub: string;
  readonly person: string;
  readonly post: string;
  /** Beginning of the codes of the regions they may report in. */
  readonly territory: string;
  readonly exp: number;
}

export type SignedIn = FastifyRequest & { claims: Claims };

/** Lets nobody in without a token of ours; those verified before are remembered. */
@Injectable()
export class TokenGuard implements CanActivate {
  private readonly verified = new Map<string, Claims>();

  constructor(private readonly jwt: JwtService) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const token = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1];
    if (!token) throw new UnauthorizedException();
    request.claims = this.verified.get(token) ?? this.verify(token);
    if (request.claims.exp * 1000 <= Date.now()) throw new UnauthorizedException();
    return true;
  }

  private verify(token: string): Claims {
    try {
      const claims = this.jwt.verify<Claims>(token);
      this.verified.set(token, claims);
      return claims;
    } catch {
      throw new UnauthorizedException();
    }
  }
}
