import { once } from 'node:events';
import { createServer } from 'node:net';
import { OperatorError } from '@panshi/kernel';

const notOurs = ['ENOTFOUND', 'EAI_AGAIN', 'EADDRNOTAVAIL'];

/**
 * Fails early, rather than after the demo district was seeded.
 * @throws what `listen` throws, which names the port @throws {OperatorError} where the host is none of this machine's
 */
export const assertPortFree = async (host: string, port: number): Promise<void> => {
  const probe = createServer().listen(port, host);
  await once(probe, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (!notOurs.includes(error.code ?? '')) throw error;
    throw new OperatorError(`HOST must be an address or host name of this machine, and ${host} is none.`);
  });
  probe.close();
  await once(probe, 'close');
};
