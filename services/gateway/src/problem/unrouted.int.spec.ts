import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { answerBadAddress, answerNoRequest } from './unrouted.ts';

const server = fastify({
  frameworkErrors: answerBadAddress,
  clientErrorHandler: answerNoRequest,
  routerOptions: { maxParamLength: 20 },
});

/** What is answered to bytes: the status, and the problem's code and id. */
const answerTo = async (bytes: string): Promise<readonly [status: number, code: string, instance: string]> => {
  const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
  socket.write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  expect(head).toMatch(/content-type: application\/problem\+json/i);
  const { status, code, detail, instance } = JSON.parse(body) as Record<string, string> & { status: number };
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(detail).toMatch(/\p{Script=Han}/u);
  return [status, code!, instance!];
};

const uuid = expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/);
const get = (path: string, more = ''): string => `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;

describe('what reaches no route', () => {
  beforeAll(async () => {
    server.get('/things/:id', async () => 'thing');
    await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  it.each([
    ['an address that is not encoded rightly', get('/things/%zz'), [400, 'request.bad-address', uuid]],
    ['an address with a part too long', get(`/things/${'a'.repeat(30)}`), [414, 'request.bad-address', uuid]],
    ['headers too large', get('/things/1', `X: ${'a'.repeat(20_000)}\r\n`), [431, 'request.headers-too-large', uuid]],
    ['no HTTP', 'GARBAGE\r\n\r\n', [400, 'request.no-http', uuid]],
  ])('is answered with a coded problem: %s', async (_, bytes, expected) => {
    expect(await answerTo(bytes)).toEqual(expected);
  });
});
