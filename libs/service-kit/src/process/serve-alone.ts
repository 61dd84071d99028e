import { Logger, type Type } from '@nestjs/common';
import { HealthController } from '../health/health.controller.ts';
import { BadSettings, readSettings, type Settings } from '../settings/settings.ts';
import { assertPrivate } from '../stores/assert-private.ts';
import { runProcess } from './run-process.ts';
import { serve, type Served } from './serve.ts';

/**
 * Runs one process of several, which reach each other by a broker, by the environment's settings.
 * @param name as the broker knows it
 * @param port where its HTTP server listens unless PORT says otherwise
 */
export const serveAlone = (name: string, port: number, served: Served): Promise<void> =>
  runProcess(name, async (stopping) => {
    const settings = settingsOf(name, port);
    await assertPrivate(settings);
    const { url, close } = await serve(served, settings, stopping);
    const logger = new Logger(name);
    if (!stopping.aborted) {
      logger.log({ msg: 'ready', url });
      process.send?.({ kind: 'ready', url });
    }
    return async () => {
      logger.log('stopping: what was taken is answered first');
      await close();
    };
  });

/** Runs one service alone in this process; its HTTP server answers for its health and nothing else. */
export const startService = (name: string, module: Type, port: number): Promise<void> =>
  serveAlone(name, port, { imports: [module], controllers: [HealthController] });

const settingsOf = (name: string, port: number): Settings => {
  const settings = readSettings({ ...process.env, PORT: process.env.PORT || String(port) });
  if (!settings.nats)
    throw new BadSettings([
      `PANSHI_NATS must be set for ${name} on its own: nats://USER:PASSWORD@HOST:PORT (npm start runs all in one process)`,
    ]);
  return settings;
};
