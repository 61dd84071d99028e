import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { OpenApiDocument } from './document.ts';

const swaggerUi = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
const swaggerFiles = ['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'];

/** Files that the page loads. */
export const docsFiles: readonly string[] = [...swaggerFiles, 'begin.js'];

const page = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>磐石 Panshi API</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/begin.js"></script>
  </body>
</html>
`;

// A file of its own: the page's content security policy allows no script within it.
const begin = `SwaggerUIBundle({ url: '/docs/openapi.json', dom_id: '#docs', deepLinking: true });\n`;

/** Serves the API's document, made when it is first asked for, and Swagger UI to read it with. */
export const serveDocs = async (server: FastifyInstance, describe: () => OpenApiDocument): Promise<void> => {
  let document: string | undefined;
  await server.register(fastifyStatic, {
    root: swaggerUi,
    prefix: '/docs/',
    allowedPath: (path) => swaggerFiles.includes(path.slice(1)),
  });
  for (const address of ['/docs', '/docs/'])
    server.get(address, (_, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/docs/begin.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(begin));
  server.get('/docs/openapi.json', (_, reply) =>
    reply.type('application/json; charset=utf-8').send((document ??= JSON.stringify(describe()))),
  );
};
