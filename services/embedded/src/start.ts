import { runProcess, serve } from '@panshi/service-kit';
import { embedded } from './embedded.ts';
import { prepare, type StartOptions } from './prepare.ts';
import { farewell, welcome } from './welcome.ts';

/** Serves the embedded topology in this process until SIGINT or SIGTERM; ends it with what to do where it cannot. */
export const start = (options: StartOptions): Promise<void> =>
  runProcess('Panshi', async (stopping) => {
    const prepared = await prepare(options, stopping);
    const { url, close } = await serve(embedded, prepared.settings, stopping);
    if (!stopping.aborted) console.log(welcome(url, prepared));
    return async () => {
      console.log(farewell);
      await close();
    };
  });
