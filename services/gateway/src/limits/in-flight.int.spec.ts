import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { boundInFlight } from './in-flight.ts';

describe('requests under way', () => {
  let server: FastifyInstance;
  let url: string;
  let waiting: (() => void)[];
  beforeEach(async () => {
    waiting = [];
    server = fastify();
    boundInFlight(server, 2);
    server.get('/slow', () => new Promise((resolve) => waiting.push(() => resolve('done'))));
    server.get('/health/live', async () => 'ok');
    server.setErrorHandler((error: { status: number; code: string }, _, reply) =>
      reply.status(error.status).send(error.code),
    );
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());

  const arrived = async (count: number): Promise<void> => {
    while (waiting.length < count) await setImmediate();
  };
  const statusOf = async (path: string): Promise<number> => (await fetch(url + path)).status;

  it('are bounded: the next is refused, until one is answered; health never is', async () => {
    const held = [statusOf('/slow'), statusOf('/slow')];
    await arrived(2);
    expect([await statusOf('/slow'), await statusOf('/health/live')]).toEqual([503, 200]);
    waiting.forEach((answer) => answer());
    expect(await Promise.all(held)).toEqual([200, 200]);
    const next = statusOf('/slow');
    await arrived(3);
    waiting[2]!();
    expect(await next).toBe(200);
  });

  it('are no more under way when their client has gone', async () => {
    const leaving = new AbortController();
    const gone = [0, 1].map(() => fetch(`${url}/slow`, { signal: leaving.signal }).catch(() => undefined));
    await arrived(2);
    leaving.abort();
    await Promise.all(gone);
    let held: Promise<number> | undefined;
    while (waiting.length < 3) {
      held = statusOf('/slow');
      await Promise.race([held, arrived(3)]);
    }
    waiting[2]!();
    expect(await held).toBe(200);
  });
});
