import { mostNesting, nestsTooDeep } from '@panshi/service-kit';
import type { FastifyInstance, FastifyRequest, onRequestHookHandler } from 'fastify';
import { jsonLimit, pictureLimit } from '../request/body-limits.ts';
import type { ProblemError } from '../problem/problem.ts';
import { problem } from '../problem/refused.ts';

const jsonType = /^application\/(?:[\w.+-]+\+)?json(?:\s*;\s*charset="?utf-8"?)?\s*$/i;
const pictureTypes = ['image/jpeg', 'image/png', 'image/webp'];

const takesPictures = ({ routeOptions }: FastifyRequest): boolean => routeOptions.url === '/api/v1/pictures';

const unsupported = (request: FastifyRequest): ProblemError =>
  problem(takesPictures(request) ? 'picture.unsupported' : 'request.unsupported-type');

/** Refuses what can be told from the headers, before anything of the body is read. */
const checkHeaders: onRequestHookHandler = (request, _, done) => {
  const { 'content-encoding': encoding, 'content-length': length } = request.headers;
  if (encoding !== undefined) return done(unsupported(request));
  const limit = takesPictures(request) ? pictureLimit : jsonLimit;
  done(Number(length ?? 0) > limit ? problem('request.too-large', { limit }) : undefined);
};

/** JSON and nothing else is taken as a body, but for pictures, as bytes, where they are stored. */
export const takeBodies = (server: FastifyInstance): void => {
  const parseJson = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(jsonType, { parseAs: 'string' }, (request, text, done) =>
    text === ''
      ? done(null, undefined)
      : parseJson(request, text as string, (error, body) =>
          nestsTooDeep(body) ? done(problem('request.too-deep', { most: mostNesting })) : done(error, body),
        ),
  );
  server.addContentTypeParser(pictureTypes, { parseAs: 'buffer', bodyLimit: pictureLimit }, (request, bytes, done) =>
    takesPictures(request) ? done(null, bytes) : done(unsupported(request)),
  );
  server.addContentTypeParser('*', (request, _, done) => done(unsupported(request)));
  server.addHook('onRequest', checkHeaders);
};
