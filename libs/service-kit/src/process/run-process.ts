import { Logger as NestLogger, type ModuleMetadata } from '@nestjs/common';
import type { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadSettings, readSettings, type Settings } from '../settings/settings.ts';
import { serveProcess } from './serve-process.ts';
import { stopRequested } from './stop-requested.ts';
import { told } from './told.ts';

/** One process of several: a service alone, or the gateway. */
export interface ProcessDefinition {
  /** As it is named in logs. */
  readonly name: string;
  /** Where its HTTP server listens unless PORT says otherwise. */
  readonly port: number;
  /** What it serves, beside the stores and the transport. */
  serve(settings: Settings): Pick<ModuleMetadata, 'imports' | 'controllers'>;
  /** What is special about its HTTP server. */
  http?(): FastifyAdapter;
  configure?(app: NestFastifyApplication): Promise<void>;
}

/**
 * Runs it in this process until SIGINT, SIGTERM or the end of the process that forked it, by the environment's settings.
 * Where it cannot start, it says what to do and ends with 1.
 */
export const runProcess = async (definition: ProcessDefinition): Promise<void> => {
  const { name } = definition;
  const stop = stopRequested();
  try {
    const serving = await serveProcess(definition, settingsOf(definition), stop);
    new NestLogger(name).log({ msg: 'ready', url: serving.url });
    process.send?.({ kind: 'ready', url: serving.url });
    await stop.requested;
    new NestLogger(name).log('stopping: what was taken is answered first');
    await serving.close();
  } catch (error) {
    const words = told(error);
    if (words === undefined) throw error;
    console.error(`${name} cannot start.\n${words}`);
    process.exit(1);
  }
  process.exit(0);
};

const settingsOf = ({ name, port }: ProcessDefinition): Settings => {
  const settings = readSettings({ ...process.env, PORT: process.env.PORT || String(port) });
  if (!settings.nats)
    throw new BadSettings([
      `PANSHI_NATS must be set for ${name} on its own: nats://USER:PASSWORD@HOST:PORT (npm start runs all in one process)`,
    ]);
  return settings;
};
