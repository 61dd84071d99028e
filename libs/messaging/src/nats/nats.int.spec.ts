import { describeWithNats, startNats } from '../../../../test/components/nats.ts';
import { transportContract } from '../contract/transport.contract.ts';
import { natsAddress } from './address.ts';
import { NatsClient } from './client.ts';
import { NatsLink } from './link.ts';
import { NatsServer } from './server.ts';

describeWithNats('over a real nats-server', () => {
  transportContract('the NATS transport', async () => {
    const nats = await startNats();
    const links: NatsLink[] = [];
    const link = (): NatsLink => {
      links.push(new NatsLink(natsAddress(nats.url)));
      return links.at(-1)!;
    };
    const clientLink = link();
    await clientLink.connect();
    return {
      server: (limits) => new NatsServer(link(), limits),
      client: () => new NatsClient(clientLink),
      close: async () => {
        await Promise.all(links.map((each) => each.close()));
        await nats.stop();
      },
    };
  });
});
