import { createServer } from 'node:net';

/** The port is taken, or not ours to take. */
export class PortBusy extends Error {
  override readonly name = 'PortBusy';
}

/** Fails early and by name, rather than after the demo district was seeded. @throws {PortBusy} */
export const assertPortFree = (host: string, port: number): Promise<void> =>
  new Promise((free, busy) => {
    const probe = createServer();
    probe.once('error', ({ code }: NodeJS.ErrnoException) =>
      busy(new PortBusy(`Port ${port} on ${host} ${why(code)}. Choose another: PORT=3001 npm start`)),
    );
    probe.listen(port, host, () => probe.close(() => free()));
  });

const why = (code: string | undefined): string =>
  code === 'EADDRINUSE'
    ? 'is in use by another program'
    : code === 'EACCES'
      ? 'may not be used by this user'
      : `cannot be used (${code})`;
