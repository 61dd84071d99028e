import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { RequestMethod, type Type } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import { serveDocs } from './docs-page.ts';
import { openApiDocument } from './document.ts';

// Nest first: jest cannot have it required by a package of CommonJS while it is being imported.
const { GatewayModule } = await import('../gateway.module.ts');

const own = (key: string, of: object): unknown => Reflect.getMetadata(key, of) as unknown;

/** The routes of a controller, `GET /api/v1/cases/{caseId}`. */
const routesOf = (controller: Type): readonly string[] => {
  const prefix = String(own(PATH_METADATA, controller));
  const chain = [controller.prototype, Object.getPrototypeOf(controller.prototype)] as Record<string, object>[];
  const handlers = chain.flatMap((target) =>
    Object.getOwnPropertyNames(target)
      .map((name) => target[name]!)
      .filter((handler) => typeof handler === 'function' && own(METHOD_METADATA, handler) !== undefined),
  );
  return handlers.map((handler) => {
    const verb = RequestMethod[own(METHOD_METADATA, handler) as RequestMethod];
    const path = `/${prefix}/${String(own(PATH_METADATA, handler))}`.replaceAll(/\/+/g, '/').replace(/\/$/, '');
    return `${verb} ${path.replaceAll(/:(\w+)/g, '{$1}')}`;
  });
};

const described = Object.entries(openApiDocument().paths).flatMap(([path, operations]) =>
  Object.keys(operations).map((verb) => `${verb.toUpperCase()} ${path}`),
);

describe('the API document', () => {
  it('has every route of the gateway, and no other', async () => {
    const controllers = Reflect.getMetadata('controllers', GatewayModule) as Type[];
    const server = fastify({ exposeHeadRoutes: false });
    const docs: string[] = [];
    server.addHook(
      'onRoute',
      ({ method, url }) => void docs.push(`${String([method].flat().at(-1))} ${url.replace('*', '{file}')}`),
    );
    await serveDocs(server, openApiDocument);
    const files = docs.filter((route) => route !== 'GET /docs/begin.js');
    expect(described.toSorted()).toEqual([...controllers.flatMap(routesOf), ...files].toSorted());
  });
});
