import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { serveDocs } from './docs-page.ts';
import { openApiDocument } from './document.ts';
import { readsQuery } from '../routes/unread-queries.guard.ts';

// Nest first: jest cannot have it required by a package of CommonJS while it is being imported.
const { GatewayModule } = await import('../gateway.module.ts');

const own = (key: string, of: object): unknown => Reflect.getMetadata(key, of) as unknown;

interface Route {
  /** `GET /api/v1/cases/{caseId}` */
  readonly name: string;
  readonly readsQuery: boolean;
}

const routesOf = (controller: Type): readonly Route[] => {
  const prefix = String(own(PATH_METADATA, controller));
  const chain = [controller.prototype, Object.getPrototypeOf(controller.prototype)] as Record<string, object>[];
  const handlers = chain.flatMap((target) =>
    Object.getOwnPropertyNames(target)
      .map((name) => [name, target[name]!] as const)
      .filter(([, handler]) => typeof handler === 'function' && own(METHOD_METADATA, handler) !== undefined),
  );
  return handlers.map(([name, handler]) => {
    const verb = RequestMethod[own(METHOD_METADATA, handler) as RequestMethod];
    const path = `/${prefix}/${String(own(PATH_METADATA, handler))}`.replaceAll(/\/+/g, '/').replace(/\/$/, '');
    return { name: `${verb} ${path.replaceAll(/:(\w+)/g, '{$1}')}`, readsQuery: readsQuery(controller, name) };
  });
};

const document = openApiDocument();
const controllers = Reflect.getMetadata('controllers', GatewayModule) as Type[];
const routes = controllers.flatMap(routesOf);

const described = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`),
);

describe('the API document', () => {
  it('has every route of the gateway, and no other', async () => {
    const server = fastify({ exposeHeadRoutes: false });
    const docs: string[] = [];
    server.addHook(
      'onRoute',
      ({ method, url }) => void docs.push(`${String([method].flat().at(-1))} ${url.replace('*', '{file}')}`),
    );
    await serveDocs(server, openApiDocument);
    const files = docs.filter((route) => route !== 'GET /docs/begin.js');
    expect(described.toSorted()).toEqual([...routes.map(({ name }) => name), ...files].toSorted());
  });

  it('names parameters of the query where a route reads it, and nowhere else', () => {
    const api = routes.filter(({ name }) => name.includes('/api/'));
    const isNamed = ({ name }: Route): boolean => {
      const [verb = '', path = ''] = name.split(' ');
      const { parameters } = document.paths[path]![verb.toLowerCase()] as { parameters: Record<string, string>[] };
      const named = parameters.map(({ $ref, in: place }) => place ?? $ref!.split('/').at(-1));
      return ['query', 'after', 'asOf'].some((each) => named.includes(each));
    };
    expect(api.filter(({ readsQuery }) => readsQuery).length).toBeGreaterThan(20);
    expect(api.filter((route) => isNamed(route) !== route.readsQuery)).toEqual([]);
  });
});
