import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { ProblemError } from '../problem/problem.ts';
import { takeBodies } from './bodies.ts';

const server = fastify();

/** The code that a body is refused with, or what was read of it. */
const taken = async (headers: Record<string, string>): Promise<unknown> => {
  const { body } = await server.inject({ method: 'POST', url: '/x', headers, payload: '{"a":1}' });
  return JSON.parse(body) as unknown;
};
const json = 'application/json';

describe('a body', () => {
  beforeAll(async () => {
    takeBodies(server);
    server.setErrorHandler((error: ProblemError, _, reply) =>
      reply.status(error.status).send(JSON.stringify([error.status, error.code])),
    );
    server.post('/x', async ({ body }) => body);
    await server.ready();
  });
  afterAll(() => server.close());

  it.each([
    ['JSON', { 'content-type': json }],
    ['JSON in UTF-8', { 'content-type': `${json}; charset="UTF-8"` }],
    ['JSON in UTF-8, by its other name', { 'content-type': `${json};charset=utf8` }],
    ['JSON encoded as itself', { 'content-type': json, 'content-encoding': 'identity' }],
  ])('is taken as %s', async (_, headers) => expect(await taken(headers)).toEqual({ a: 1 }));

  it.each([
    ['compressed', { 'content-type': json, 'content-encoding': 'gzip' }, 'request.unsupported-encoding'],
    ['twice encoded', { 'content-type': json, 'content-encoding': 'identity, br' }, 'request.unsupported-encoding'],
    ['in another character set', { 'content-type': `${json}; charset=gbk` }, 'request.unsupported-charset'],
    ['in half of UTF-16', { 'content-type': `${json}; charset=utf-16` }, 'request.unsupported-charset'],
    ['of a type that means more', { 'content-type': 'application/vnd.api+json' }, 'request.unsupported-type'],
    ['of another', { 'content-type': 'application/problem+json' }, 'request.unsupported-type'],
  ])('is refused in words of its own: %s', async (_, headers, code) => {
    expect(await taken(headers)).toEqual([415, code]);
  });
});
