import { once } from 'node:events';
import { createServer } from 'node:net';

/** Fails early, rather than after the demo district was seeded. @throws what `listen` throws, which names the port */
export const assertPortFree = async (host: string, port: number): Promise<void> => {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening');
  probe.close();
  await once(probe, 'close');
};
