import { type IncomingMessage, type Server, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { newId } from '../request/new-id.ts';
import { type AllowedAt, methodRefused } from './allowed-methods.ts';
import type { ProblemError } from './problem.ts';
import { problemOf } from './problem-of.ts';
import { problem } from './refused.ts';
import { isRefused } from './request-heads.ts';

/** What Node tells of bytes that are no request. */
interface NoRequest extends NodeJS.ErrnoException {
  /** Those that came last, whole. */
  readonly rawPacket?: Buffer;
  /** How many of them were read. */
  readonly bytesParsed?: number;
}

const codes: Readonly<Record<string, 'request.too-slow' | 'request.headers-too-large'>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.too-slow',
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
};

/** Answers a connection on which no request can come any more, and hangs up. */
const hangUp = (socket: Duplex, refused: ProblemError, acceptLanguage?: string): void => {
  const answer = problemOf(refused, newId(), acceptLanguage);
  const body = JSON.stringify(answer);
  const { allowed } = refused.params;
  const head = [
    `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status]}`,
    'Content-Type: application/problem+json',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    ...(allowed === undefined ? [] : [`Allow: ${allowed}`]),
    'Connection: close',
  ];
  if (socket.writable) socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.destroy();
};

/** The address that is asked for by a method of which the parser has never heard. */
const addressIn = (text: string, read: number): string | undefined =>
  /^[\w!#$%&'*+.^`|~-]+ (\/\S*) HTTP\/1\.[01]\r?\n/.exec(text.slice(text.lastIndexOf('\n', read - 1) + 1))?.[1];

const refusalOf = ({ code = '', bytesParsed = 0 }: NoRequest, text: string, allowedAt: AllowedAt): ProblemError => {
  const address = code === 'HPE_INVALID_METHOD' ? addressIn(text, bytesParsed) : undefined;
  return address === undefined ? problem(codes[code] ?? 'request.no-http') : methodRefused(allowedAt(address));
};

/** Answers what never becomes a request of the application: what the parser gives up, and CONNECT, which asks for a tunnel. */
export const answerNoRequests = (server: Server, allowedAt: AllowedAt): void => {
  // Fastify's own answers in English, and as no problem.
  server.removeAllListeners('clientError');
  server.on('clientError', (error: NoRequest, socket) => {
    if (error.code === 'ECONNRESET' || socket.destroyed || isRefused(socket)) return;
    const text = error.rawPacket?.toString('latin1') ?? '';
    hangUp(socket, refusalOf(error, text, allowedAt), /^accept-language:(.*)$/im.exec(text)?.[1]);
  });
  server.on('connect', ({ url = '', headers }: IncomingMessage, socket) => {
    socket.on('error', () => undefined);
    hangUp(socket, methodRefused(allowedAt(url)), headers['accept-language']);
  });
  // An expectation that nobody meets is refused where all is: by its head.
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
};
