import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { bodyLimitOf } from '../request/body-limits.ts';
import type { ProblemError } from '../problem/problem.ts';
import { problem } from '../problem/refused.ts';
import { jsonFault, mostItems, mostNesting } from './json-faults.ts';

const jsonType = /^application\/json(?:\s*;\s*charset="?utf-?8"?)?\s*$/i;
/** JSON in a character set that is not taken. */
const otherCharset = /^application\/json\s*;\s*charset=(?!"?utf-?8"?\s*$)/i;
const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'];

const takesPictures = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/api/v1/pictures';

const unsupported = (request: FastifyRequest): ProblemError =>
  problem(takesPictures(request) ? 'picture.unsupported' : 'request.unsupported-type');

/** Refuses what can be told from the headers, before anything of the body is read. */
const checkHeaders: onRequestHookHandler = (request, _, done) => {
  const { 'content-encoding': encoding, 'content-length': length, 'content-type': type = '' } = request.headers;
  if (encoding !== undefined && !/^identity$/i.test(encoding)) return done(problem('request.unsupported-encoding'));
  if (otherCharset.test(type)) return done(problem('request.unsupported-charset'));
  const limit = request.routeOptions.bodyLimit;
  done(Number(length ?? 0) > limit ? problem('request.too-large', { limit }) : undefined);
};

/** What is to be refused of a body's bytes before they are parsed. */
const faultOf = (bytes: Buffer, json: string): ProblemError | undefined => {
  if (!isUtf8(bytes)) return problem('request.not-utf8');
  const fault = jsonFault(json);
  if (fault === 'request.too-deep') return problem(fault, { most: mostNesting });
  if (fault === 'request.too-many-items') return problem(fault, { most: mostItems });
  return fault && problem(fault);
};

/** JSON and nothing else is taken as a body, but for pictures, as bytes, where they are stored. */
export const takeBodies = (server: FastifyInstance): void => {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(jsonType, { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (bytes.length === 0) return done(null, undefined);
    const json = bytes.toString();
    const fault = faultOf(bytes, json);
    if (fault) return done(fault);
    return parseJson(request, json, done);
  });
  server.addContentTypeParser(pictureTypes, { parseAs: 'buffer' }, (request, bytes, done) =>
    takesPictures(request) ? done(null, bytes) : done(unsupported(request)),
  );
  server.addContentTypeParser('*', (request, _, done) => done(unsupported(request)));
  server.addHook('onRoute', (route) => {
    route.bodyLimit = bodyLimitOf(`${String(route.method)} ${route.url}`);
  });
  server.addHook('onRequest', checkHeaders);
};
