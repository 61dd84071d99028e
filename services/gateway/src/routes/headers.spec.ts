import { describe, expect, it } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { etag, idempotencyKey, ifMatch, isHeld } from './headers.ts';

const request = (headers: Record<string, string>): FastifyRequest => ({ headers }) as unknown as FastifyRequest;

describe('headers', () => {
  it('read the version an ETag gave', () => {
    expect(ifMatch(request({ 'if-match': etag(12) }), false)).toBe(12);
    expect(ifMatch(request({}), false)).toBeUndefined();
    expect(ifMatch(request({ 'if-match': '*' }), false)).toBeUndefined();
  });

  it('refuse If-Match: * of what is only to be made, and a version never', () => {
    expect(() => ifMatch(request({ 'if-match': '*' }), true)).toThrow('precondition.nothing');
    expect(ifMatch(request({ 'if-match': '"0"' }), true)).toBe(0);
    expect(ifMatch(request({}), true)).toBeUndefined();
  });

  it.each(['"12"', 'W/"12"', '"3", W/"12" ,"4"', '*'])('find the version held in If-None-Match: %s', (held) =>
    expect(isHeld(request({ 'if-none-match': held }), etag(12))).toBe(true),
  );

  it.each(['"1"', '12', '"120", "2"', ''])('find it not in If-None-Match: %s', (held) =>
    expect(isHeld(request({ 'if-none-match': held }), etag(12))).toBe(false),
  );

  it.each(['12', 'W/"1"', '"-1"', '"x"'])('refuse If-Match: %s', (tag) =>
    expect(() => ifMatch(request({ 'if-match': tag }), false)).toThrow('request.bad-header'),
  );

  it('take any printable idempotency key of up to 200 characters', () => {
    expect(idempotencyKey(request({ 'idempotency-key': 'a-1' }))).toBe('a-1');
    expect(() => idempotencyKey(request({ 'idempotency-key': 'x'.repeat(201) }))).toThrow('request.bad-header');
    expect(() => idempotencyKey(request({ 'idempotency-key': '' }))).toThrow('request.bad-header');
  });
});
