import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { slowRefusals } from './slow-refusals.ts';

describe('refusals', () => {
  let server: FastifyInstance;
  let url: string;
  let waiting: (() => void)[];
  beforeEach(async () => {
    waiting = [];
    server = fastify();
    slowRefusals(server, 2, () => new Promise<void>((resolve) => waiting.push(resolve)));
    server.get('/taken', async () => 'done');
    server.post('/large', (_, reply) => reply.status(413).send('too large'));
    server.get('/refused', (_, reply) => reply.status(422).send('no'));
    url = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterEach(() => server.close());
  const statusOf = async (path: string): Promise<number> => (await fetch(url + path)).status;

  it('are slow to come once an address was refused too often; what is not refused is answered at once', async () => {
    expect([await statusOf('/refused'), await statusOf('/nowhere')]).toEqual([422, 404]);
    const third = statusOf('/refused');
    while (waiting.length === 0) await setImmediate();
    expect(await statusOf('/taken')).toBe(200);
    waiting[0]!();
    expect(await third).toBe(422);
  });

  it('are slow to come at once where they are dear: bodies too large', async () => {
    const answered = fetch(`${url}/large`, { method: 'POST' });
    while (waiting.length === 0) await setImmediate();
    waiting[0]!();
    expect((await answered).status).toBe(413);
  });

  it('are told at once to whoever was refused seldom', async () => {
    for (let n = 0; n < 2; n += 1) expect(await statusOf('/refused')).toBe(422);
    expect(waiting).toEqual([]);
  });
});
