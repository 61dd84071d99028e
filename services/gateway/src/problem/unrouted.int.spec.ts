import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { answerMethods } from './allowed-methods.ts';
import { answerNoRequests } from './no-request.ts';
import { problemOf } from './problem-of.ts';
import { refuseBadHeads } from './request-heads.ts';
import { answerBadAddress } from './unrouted.ts';

const server = fastify({
  frameworkErrors: answerBadAddress,
  http: { requireHostHeader: false },
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
    refuseBadHeads(server);
    answerNoRequests(server.server, answerMethods(server));
    server.setErrorHandler((error, { headers }, reply) => {
      const answer = problemOf(error, 'x', headers['accept-language']);
      return reply.status(answer.status).type('application/problem+json').send(JSON.stringify(answer));
    });
    server.get('/things/:id', async () => 'thing');
    server.post('/things/:id', async () => 'done');
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

  /** The head of an answer, and what its problem says. */
  const whole = async (bytes: string): Promise<readonly [head: string, problem: Record<string, unknown>]> => {
    const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
    socket.write(bytes);
    const [head = '', body = '', ...more] = (await text(socket)).split('\r\n\r\n');
    expect(more).toEqual([]);
    return [head, JSON.parse(body) as Record<string, unknown>];
  };
  const english = 'Accept-Language: en\r\n';
  const post = (more: string, body = ''): string => `POST /things/1 HTTP/1.1\r\n${english}${more}\r\n${body}`;

  it.each([
    ['no host', `GET /things/1 HTTP/1.1\r\n${english}\r\n`, 400, 'request.host'],
    ['two hosts', `GET /things/1 HTTP/1.1\r\nHost: a\r\nhost: a\r\n${english}\r\n`, 400, 'request.host'],
    [
      'a body that is compressed on its way',
      post('Host: a\r\nTransfer-Encoding: gzip, chunked\r\n', '0\r\n\r\n'),
      415,
      'request.unsupported-encoding',
    ],
    [
      'one of which no end can be seen',
      post('Host: a\r\nTransfer-Encoding: gzip\r\n', 'x'),
      415,
      'request.unsupported-encoding',
    ],
    ['an expectation', post('Host: a\r\nExpect: nonsense\r\n'), 417, 'request.expectation'],
    ['a tunnel', `CONNECT /things/1 HTTP/1.1\r\nHost: a\r\n${english}\r\n`, 405, 'request.method-not-allowed'],
    ['a tunnel elsewhere', `CONNECT x:443 HTTP/1.1\r\nHost: a\r\n${english}\r\n`, 404, 'request.unknown-route'],
    [
      'a method of nobody',
      `FOO /things/1?x=1 HTTP/1.1\r\nHost: a\r\n${english}\r\n`,
      405,
      'request.method-not-allowed',
    ],
    ['one in small letters', `get /things/1 HTTP/1.1\r\n${english}\r\n`, 405, 'request.method-not-allowed'],
    ['a method of nobody, nowhere', `FOO /x HTTP/1.1\r\nHost: a\r\n${english}\r\n`, 404, 'request.unknown-route'],
  ])('is told what is wrong, in its language, and is heard no more: %s', async (_, bytes, status, code) => {
    const [head, { detail, ...told }] = await whole(bytes);
    expect(told).toMatchObject({ status, code });
    expect(detail).not.toMatch(/\p{Script=Han}/u);
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} [^]*content-type: application/problem\\+json`, 'i'));
    expect(head).toMatch(/^connection: close$/im);
    expect(/^allow: (.*)$/im.exec(head)?.[1]).toBe(status === 405 ? 'GET, HEAD, POST' : undefined);
  });

  it('is taken where nothing is wrong: no host in HTTP/1.0, a body in chunks, an expectation that is met', async () => {
    const ends = 'Content-Type: application/json\r\nConnection: close\r\n';
    for (const bytes of [
      'GET /things/1 HTTP/1.0\r\n\r\n',
      post(`Host: a\r\nTransfer-Encoding: Chunked\r\n${ends}`, '2\r\n{}\r\n0\r\n\r\n'),
      post(`Host: a\r\nExpect: 100-Continue\r\nContent-Length: 2\r\n${ends}`, '{}'),
    ]) {
      const socket = connect((server.server.address() as AddressInfo).port, '127.0.0.1');
      socket.write(bytes);
      expect(await text(socket)).toMatch(/HTTP\/1.1 200 /);
    }
  });
});
