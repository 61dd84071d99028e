import { afterAll, beforeAll } from '@jest/globals';
import { emptyFolder } from '../../services/embedded/src/data-folder.ts';
import { type Api, signIn } from './api.ts';
import { type Data, demoData } from './demo-data.ts';
import { type Server, startServer, stopServer } from './server.ts';

/** A server that serves the tests of one file. */
export interface Served {
  /** Where it is at the moment: another port after a restart. */
  readonly url: () => string;
  readonly data: () => string;
  /** Of the process that was started. */
  readonly pid: () => number;
  /** What it printed since it started last. */
  readonly output: () => string;
  /** What an account may do; it signs in at its first use. */
  as(username: string): Promise<Api>;
  /** Stops the server for good. */
  stop(): Promise<unknown>;
  /** Stops the server, does something to its data, and starts it again. */
  restart(meanwhile?: () => Promise<void> | void): Promise<void>;
}

/** Serves a copy of the demo district to the tests of this file, and removes it after them. */
export const servedDemo = (): Served => served(demoData);

/** Serves a data folder to the tests of this file, and removes it after them. `npm test` does so on both topologies. */
export const served = (prepare: () => Promise<Data>): Served => {
  let data: Data;
  let server: Server;
  const sessions = new Map<string, Promise<Api>>();
  const url = (): string => server.url;
  const start = async (): Promise<void> => {
    server = await startServer({ data: data.data, environment: { PANSHI_REQUESTS_PER_MINUTE: '1000000' } });
  };
  beforeAll(async () => {
    data = await prepare();
    await start();
  }, 600_000);
  afterAll(async () => {
    if (server) await stopServer(server);
    // Whatever a server leaves, on either topology, `--fresh` knows for its own.
    if (data) await emptyFolder(data.data);
    data?.remove();
  });
  return {
    url,
    data: () => data.data,
    pid: () => server.process.pid!,
    output: () => server.output(),
    as: (username) => {
      const session = sessions.get(username) ?? signIn(url, username);
      sessions.set(username, session);
      return session;
    },
    stop: () => stopServer(server),
    restart: async (meanwhile) => {
      await stopServer(server);
      await meanwhile?.();
      await start();
    },
  };
};
