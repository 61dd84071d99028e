import { once } from 'node:events';
import { type AddressInfo, connect, type Socket } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import fastify, { type FastifyInstance } from 'fastify';
import type { Principal } from '@panshi/contracts';
import { contextOf } from '../request/request-context.ts';
import type { Sessions } from '../session/sessions.ts';
import type { Holder } from './places.ts';
import { Streams, type Writer } from './streams.ts';

const principal: Principal = { actor: { account: 'a', person: 'p', post: 'o' }, grants: [] };
const endless = async (writer: Writer, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) await writer.send('x'.repeat(10_000), signal);
};
const failing = (): Promise<void> => Promise.reject(new Error('no log'));
const breaking = async (writer: Writer, signal: AbortSignal): Promise<void> => {
  await writer.send('a part', signal);
  throw new Error('no log');
};

describe('an answer that lasts', () => {
  let server: FastifyInstance;
  let holders: Set<Holder>;
  let client: Socket;
  let write: (writer: Writer, signal: AbortSignal) => Promise<void>;
  beforeEach(async () => {
    Logger.overrideLogger(false);
    holders = new Set();
    const places = {
      take: (holder: Holder) => {
        holders.add(holder);
        return () => void holders.delete(holder);
      },
    };
    const watch: Sessions['watch'] = () => ({ signal: new AbortController().signal, leave: () => undefined });
    const streams = new Streams({ watch } as Sessions);
    server = fastify();
    server.addHook('onRequest', async (request) => {
      contextOf(request).session = { principal, id: '1', signedInAt: 0 };
    });
    server.get('/stream', (request, reply) => streams.answer(request, reply, { places, headers: {}, write }));
    await server.listen({ port: 0, host: '127.0.0.1' });
    client = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  });
  afterEach(async () => {
    client.destroy();
    await server.close();
  });

  /** Once it is so. */
  const holding = async (so: (all: readonly Holder[]) => boolean): Promise<void> => {
    while (!so([...holders])) await setImmediate();
  };
  const asks = (method: string): boolean => client.write(`${method} /stream HTTP/1.1\r\nHost: panshi\r\n\r\n`);
  const fetched = (): Promise<Response> =>
    fetch(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}/stream`);

  it('gives its place to another when told to, though its client reads nothing', async () => {
    write = endless;
    asks('GET');
    client.pause();
    await holding(([holder]) => (holder?.unreadMs() ?? 0) > 0);
    for (const holder of holders) holder.giveWay();
    await holding((all) => all.length === 0);
    client.resume();
    await once(client, 'close');
  });

  it('is, where only its head is asked for, that at once, without a place', async () => {
    write = endless;
    asks('HEAD');
    const [head] = (await once(client, 'data')) as [Buffer];
    expect(String(head)).toMatch(/^HTTP\/1\.1 200 OK\r\n[\s\S]*\r\n\r\n$/);
    expect(holders.size).toBe(0);
  });

  it('is an error where it fails before it has begun, and breaks off where it fails later', async () => {
    write = failing;
    expect((await fetched()).status).toBe(500);
    write = breaking;
    await expect(fetched().then((answer) => answer.text())).rejects.toThrow();
    expect(holders.size).toBe(0);
  });

  it('is whole where there is nothing to send', async () => {
    write = () => Promise.resolve();
    const answer = await fetched();
    expect([answer.status, await answer.text()]).toEqual([200, '']);
  });
});
