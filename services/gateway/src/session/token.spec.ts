import { JwtService } from '@nestjs/jwt';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Tokens, tokenSeconds } from './token.ts';

const day = 24 * 3_600;
const start = Date.UTC(2026, 2, 2) / 1000;
const tokens = new Tokens(new JwtService({ secret: Buffer.alloc(32, 1) }));

/** How a token that was issued at one time fares at another; both in seconds from the start. */
const fares = (issuedAt: number, usedAt: number): string => {
  jest.setSystemTime((start + issuedAt) * 1000);
  const token = tokens.issue({ sub: 'street', id: 's-1', signedInAt: start + issuedAt });
  try {
    return tokens.verify(token, new Date((start + usedAt) * 1000)).sub;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a token', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('is good for its time', () => {
    expect([fares(0, 0), fares(0, tokenSeconds - 1), fares(0, tokenSeconds)]).toEqual([
      'street',
      'street',
      'session.expired',
    ]);
  });

  it('may come from a gateway whose clock is a little ahead', () => {
    expect(fares(60, 0)).toBe('street');
  });

  it('of a clock that was ahead is not good for as long as the clock was', () => {
    expect([fares(400 * day, 0), fares(61, 0)]).toEqual(['session.expired', 'session.expired']);
  });
});
