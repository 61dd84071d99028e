import { once } from 'node:events';
import { renderProgress, seedDemo, SeedingStopped } from '@panshi/demo';
import { definitionsOf, type Settings } from '@panshi/service-kit';
import * as modules from './services.ts';
import { withStores } from './fill-empty-log.ts';

// By message, since settings may hold the master key, and arguments are for all to see.
const [{ settings, scale }] = (await once(process, 'message')) as [{ settings: Settings; scale: number }];

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());
// Whoever asked for it is gone.
process.once('disconnect', () => stopping.abort());

/** History ends with the hour at hand. */
const until = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000).toISOString();
const services = definitionsOf(Object.values(modules));
const progress = renderProgress(process.stdout);
try {
  await withStores(settings, (stores) =>
    seedDemo({ ...stores, services, scale, until, onProgress: progress.show, signal: stopping.signal }),
  );
} catch (error) {
  if (!(error instanceof SeedingStopped)) throw error;
  process.exitCode = 1;
} finally {
  progress.stop();
  process.disconnect?.();
}
