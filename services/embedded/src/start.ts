import { demoAccounts } from '@panshi/demo';
import { orTold, prepare, type Prepared, type StartOptions } from './prepare.ts';
import { serve } from './serve.ts';
import { farewell, welcome } from './words.ts';

/** Serves the embedded topology in this process until SIGINT or SIGTERM; ends it with what to do where it cannot. */
export const start = (options: StartOptions): Promise<void> =>
  orTold(async () => {
    const stopping = stopSignal();
    const prepared = await prepare(options, stopping);
    const server = await serve(prepared.settings);
    console.log(welcomeTo(server.url, prepared));
    await stopped(stopping);
    console.log(farewell);
    await server.close();
    process.exit(0);
  });

/** What a person who started it reads, once it is ready. */
export const welcomeTo = (url: string, { settings, filled }: Prepared): string =>
  welcome(url, settings.data, filled, demoAccounts);

const stopSignal = (): AbortSignal => {
  const stopping = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  return stopping.signal;
};

const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
