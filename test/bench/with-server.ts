import { type Api, signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';

const unlimited = { PANSHI_REQUESTS_PER_MINUTE: '10000000' };

/** A server on demo data, signed in; `work` measures, everything is stopped and removed after. */
export const withServer = async <T>(
  prepare: (data: string) => Promise<void>,
  account: string,
  work: (server: Server, reporter: Api) => Promise<T>,
): Promise<T> => {
  const { data, remove } = await demoData();
  await prepare(data);
  const server = await startServer({ data, environment: unlimited });
  try {
    return await work(server, await signIn(server.url, account));
  } finally {
    await stopServer(server);
    remove();
  }
};
