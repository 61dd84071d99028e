import type { FastifyInstance } from 'fastify';
import type { ProblemError } from './problem.ts';
import { problem } from './refused.ts';

/** The paths of a route's pattern, `/cases/:caseId` or `/docs/*`. */
const pathsOf = (pattern: string): RegExp =>
  new RegExp(
    `^${pattern
      .replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '.*')
      .replaceAll(/:\w+/g, '[^/]+')}$`,
  );

/** The methods that an address takes, as `Allow` lists them; nothing where there is no such address. */
export type AllowedAt = (url: string) => string | undefined;

/**
 * Refuses a method that an address does not take, by those that it takes, before anything of the request is read.
 * @returns what is allowed where, for requests that the parser knows no method of
 */
export const answerMethods = (server: FastifyInstance): AllowedAt => {
  const methods = new Map<string, { readonly paths: RegExp; readonly allowed: Set<string> }>();
  server.addHook('onRoute', ({ url, method }) => {
    const known = methods.get(url) ?? { paths: pathsOf(url), allowed: new Set<string>() };
    methods.set(url, known);
    for (const each of [method].flat()) known.allowed.add(each);
  });
  const allowedAt: AllowedAt = (url) => {
    const [path = ''] = url.split('?', 1);
    const found = [...methods.values()].filter(({ paths }) => paths.test(path)).flatMap(({ allowed }) => [...allowed]);
    return found.length === 0 ? undefined : [...new Set(found)].toSorted().join(', ');
  };
  server.addHook('onRequest', (request, reply, done) => {
    const allowed = request.is404 ? allowedAt(request.url) : undefined;
    if (allowed === undefined) return done();
    reply.header('Allow', allowed);
    done(methodRefused(allowed));
  });
  return allowedAt;
};

/** What a method is answered that its address does not take. */
export const methodRefused = (allowed: string | undefined): ProblemError =>
  allowed === undefined ? problem('request.unknown-route') : problem('request.method-not-allowed', { allowed });
