import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { INestApplication } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { Logger } from 'nestjs-pino';
import { ServiceClient } from '@panshi/messaging';
import type { ServiceDefinition } from '../../src/definition/service.ts';
import { type PanshiOptions, PanshiModule } from '../../src/module/panshi.module.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { TRANSPORT } from '../../src/tokens.ts';
import type { Transport } from '../../src/transport/transport.ts';
import { lampSchemas } from './events.ts';
import { sampleDefinition } from './sample.definition.ts';

export const temporaryFolder = async (): Promise<{ path: string; remove(): Promise<void> }> => {
  const path = await mkdtemp(join(tmpdir(), 'panshi-kit-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
};

/** The sample service on real stores in a folder, reached as the gateway reaches it. */
export const startSample = async (
  data: string,
  options: PanshiOptions & { readonly definition?: ServiceDefinition; readonly nats?: string } = {},
): Promise<{ app: INestApplication; client: ServiceClient }> => {
  const { definition = sampleDefinition, nats, ...rest } = options;
  const LOG_LEVEL = options.logTo ? 'trace' : 'silent';
  const settings = readSettings({ PANSHI_DATA: data, PANSHI_NATS: nats, LOG_LEVEL });
  const module = await Test.createTestingModule({
    imports: [PanshiModule.forRoot({ settings, schemas: lampSchemas, ...rest }), PanshiModule.forFeature(definition)],
  }).compile();
  const app = module.createNestApplication();
  app.useLogger(app.get(Logger));
  app.connectMicroservice({ strategy: app.get<Transport>(TRANSPORT).server });
  await app.startAllMicroservices();
  await app.init();
  return { app, client: app.get(ServiceClient) };
};
