import { transportContract } from '../contract/transport.contract.ts';
import { InProcessClient } from './client.ts';
import { InProcessServer } from './server.ts';

transportContract('the in-process transport', async () => {
  const servers = new Set<InProcessServer>();
  return {
    server: (limits) => new InProcessServer(servers, limits),
    client: () => new InProcessClient(servers),
    close: async () => {},
  };
});
