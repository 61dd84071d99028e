import type { FastifyInstance } from 'fastify';
import { problem } from './refused.ts';

/** The paths of a route's pattern, `/cases/:caseId` or `/docs/*`. */
const pathsOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/g, '[^/]+')}$`,
  );

/** Refuses a method that an address does not take, by those that it takes, before anything of the request is read. */
export const answerMethods = (server: FastifyInstance): void => {
  const methods = new Map<string, { readonly paths: RegExp; readonly allowed: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? { paths: pathsOf(url), allowed: new Set<string>() };
    methods.set(url, known);
    for (const each of [method].flat()) known.allowed.add(each);
  });
  server.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done();
    const [path = ''] = request.url.split('?', 1);
    const found = [...methods.values()].filter(({ paths }) => paths.test(path)).flatMap(({ allowed }) => [...allowed]);
    if (found.length === 0) return done();
    const allowed = [...new Set(found)].toSorted().join(', ');
    reply.header('Allow', allowed);
    done(problem('request.method-not-allowed', { allowed }));
  });
};
