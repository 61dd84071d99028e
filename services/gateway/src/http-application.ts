import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SwaggerModule } from '@nestjs/swagger';
import express from 'express';
import helmet from 'helmet';
import { openApiDocument } from './openapi/document.ts';

/** Bytes a JSON body and a picture may have. */
const jsonLimit = 256 * 1024;
const pictureLimit = 5 * 1024 * 1024;

/** Sets the borders of the HTTP server: headers, sizes, timeouts, documentation. Create the app with `bodyParser: false`. */
export const configureHttp = (app: NestExpressApplication): void => {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.use(helmet({ contentSecurityPolicy: false }));
  app.use('/docs', helmet.contentSecurityPolicy());
  app.use('/api/v1/pictures', express.raw({ limit: pictureLimit, type: ['image/jpeg', 'image/png', 'image/webp'] }));
  app.use(express.json({ limit: jsonLimit, type: ['application/json', 'application/*+json'] }));
  SwaggerModule.setup('docs', app, openApiDocument(), {
    customSiteTitle: '磐石 Panshi API',
    jsonDocumentUrl: 'docs/openapi.json',
  });
  const server = app.getHttpServer() as Server;
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = 65_000;
};
