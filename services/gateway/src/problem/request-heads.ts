import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { FastifyInstance } from 'fastify';
import type { ProblemError } from './problem.ts';
import { problem } from './refused.ts';

const timesHost = (rawHeaders: readonly string[]): number =>
  rawHeaders.filter((name, i) => i % 2 === 0 && name.toLowerCase() === 'host').length;

/** What is to be refused of a request by its head, though a lenient parser took it. */
const faultOf = ({ headers, rawHeaders, httpVersion }: IncomingMessage): ProblemError | undefined => {
  const hosts = timesHost(rawHeaders);
  // RFC 9112, 3.2: one, and none only in what is older than that header.
  if (hosts > 1 || (hosts === 0 && httpVersion !== '1.0')) return problem('request.host');
  const { 'transfer-encoding': coding = 'chunked', expect = '100-continue' } = headers;
  // RFC 9112, 6.1: a coding that is passed over would leave the body coded.
  if (coding.toLowerCase() !== 'chunked') return problem('request.unsupported-encoding');
  if (expect.toLowerCase() !== '100-continue') return problem('request.expectation', { expect: '100-continue' });
  return undefined;
};

const refused = new WeakSet<Duplex>();

/** Whether the last request of a connection was refused by its head: what the parser finds behind it needs no answer. */
export const isRefused = (socket: Duplex): boolean => refused.has(socket);

/** Refuses what says not clearly to whom it goes, how its body is framed, or what it waits for; no more is read of such a connection. */
export const refuseBadHeads = (server: FastifyInstance): void => {
  server.addHook('onRequest', ({ raw }, reply, done) => {
    const fault = faultOf(raw);
    if (fault) {
      refused.add(raw.socket);
      reply.header('Connection', 'close');
    }
    done(fault);
  });
};
