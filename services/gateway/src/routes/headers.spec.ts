import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { etag, idempotencyKey, ifMatch } from './headers.ts';

const request = (headers: Record<string, string>): FastifyRequest => ({ headers }) as unknown as FastifyRequest;

describe('headers', () => {
  it('read the version an ETag gave', () => {
    expect(ifMatch(request({ 'if-match': etag(12) }))).toBe(12);
    expect(ifMatch(request({}))).toBeUndefined();
    expect(ifMatch(request({ 'if-match': '*' }))).toBeUndefined();
  });

  it.each(['12', 'W/"1"', '"-1"', '"x"'])('refuse If-Match: %s', (tag) =>
    expect(() => ifMatch(request({ 'if-match': tag }))).toThrow('request.bad-header'),
  );

  it('take any printable idempotency key of up to 200 characters', () => {
    expect(idempotencyKey(request({ 'idempotency-key': 'a-1' }))).toBe('a-1');
    expect(() => idempotencyKey(request({ 'idempotency-key': 'x'.repeat(201) }))).toThrow('request.bad-header');
    expect(() => idempotencyKey(request({ 'idempotency-key': '' }))).toThrow('request.bad-header');
  });
});
