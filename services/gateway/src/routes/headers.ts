import type { FastifyRequest } from 'fastify';
import type { ProblemError } from '../problem/problem.ts';
import { problem } from '../problem/refused.ts';

const badHeader = (header: string, expected: string): ProblemError =>
  problem('request.bad-header', { header, expected });

/** `Idempotency-Key`: 1 to 200 printable characters. */
export const idempotencyKey = ({ headers }: FastifyRequest): string | undefined => {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw badHeader('Idempotency-Key', '[!-~]{1,200}');
  return key;
};

/**
 * `If-Match`: the stream's version as an ETag gave it.
 * @param creates whether there is nothing yet that could match (RFC 9110, 13.1.1)
 */
export const ifMatch = ({ headers }: FastifyRequest, creates: boolean): number | undefined => {
  const tag = headers['if-match'];
  if (tag === '*' && creates) throw problem('precondition.nothing');
  if (tag === undefined || tag === '*') return undefined;
  const version = /^"(\d{1,15})"$/.exec(tag)?.[1];
  if (version === undefined) throw badHeader('If-Match', 'ETag, "3"');
  return Number(version);
};

export const etag = (version: number): string => `"${version}"`;

/** Whether the client holds already what an ETag names, by its `If-None-Match` (RFC 9110, 13.1.2): weakly compared, in a list. */
export const isHeld = ({ headers }: FastifyRequest, tag: string): boolean => {
  const held = headers['if-none-match'] ?? '';
  return held.trim() === '*' || held.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
};

/** Whether something was sent, be it of a type that no parser takes: it must not be passed over in silence. */
export const hasBody = ({ headers }: FastifyRequest): boolean =>
  headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
