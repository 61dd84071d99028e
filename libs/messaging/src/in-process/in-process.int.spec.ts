import { transportContract } from '../contract/transport.contract.ts';
import { InProcessClient } from './client.ts';
import { InProcessHub } from './hub.ts';
import { InProcessServer } from './server.ts';

transportContract('the in-process transport', async () => {
  const hub = new InProcessHub();
  return {
    server: (limits) => new InProcessServer(hub, limits),
    client: () => new InProcessClient(hub),
    close: async () => {},
  };
});
