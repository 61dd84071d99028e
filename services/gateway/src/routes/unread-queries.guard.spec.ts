import { type ExecutionContext, Query } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import { UnreadQueriesGuard } from './unread-queries.guard.ts';

class Lamps {
  light(): void {}
  list(@Query() query: unknown): unknown {
    return query;
  }
}

const asked = (handler: keyof Lamps, url: string, query: object): unknown => {
  const request = { url, query };
  const context = {
    getClass: () => Lamps,
    getHandler: () => Lamps.prototype[handler],
    switchToHttp: () => ({ getRequest: () => request }),
  };
  return new UnreadQueriesGuard().canActivate(context as unknown as ExecutionContext);
};

describe('a query of a route that reads none', () => {
  it('is refused, each parameter by its name', () =>
    expect(() => asked('light', '/api/v1/lamps?urgent=true&x=1', { urgent: 'true', x: '1' })).toThrow(
      expect.objectContaining({
        fields: [
          expect.objectContaining({ field: 'urgent', rule: 'unknownField' }),
          expect.objectContaining({ field: 'x', rule: 'unknownField' }),
        ],
      }),
    ));

  it('may be empty, or of what is no part of the API', () => {
    expect(asked('light', '/api/v1/lamps?', {})).toBe(true);
    expect(asked('light', '/health/live?x=1', { x: '1' })).toBe(true);
  });

  it('is left to the route that reads it', () => expect(asked('list', '/api/v1/lamps?x=1', { x: '1' })).toBe(true));
});
