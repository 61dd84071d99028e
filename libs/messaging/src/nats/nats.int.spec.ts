import { expect, it } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { describeWithNats, startNats } from '../../../../test/components/nats.ts';
import { transportContract } from '../contract/transport.contract.ts';
import { natsAddress } from './address.ts';
import { NatsClient } from './client.ts';
import { testSeal } from './fixtures/test-seal.ts';
import { NatsLink } from './link.ts';
import { Seal } from './seal.ts';
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
      server: (limits) => new NatsServer(link(), testSeal, limits),
      client: () => new NatsClient(clientLink, testSeal),
      close: async () => {
        await Promise.all(links.map((each) => each.close()));
        await nats.stop();
      },
    };
  });

  it('whoever does not know the secret of the processes is refused, whatever the request says it is', async () => {
    const nats = await startNats();
    const [link, stranger] = [new NatsLink(natsAddress(nats.url)), new NatsLink(natsAddress(nats.url))];
    const server = new NatsServer(link, testSeal);
    const taken: unknown[] = [];
    server.addHandler('panshi.test.command.Do', async (data) => taken.push(data));
    await new Promise<unknown>((ready) => server.listen(ready));
    const connection = await stranger.connect();
    const request = { principal: { system: true }, deadline: Date.now() + 20_000 };
    const ask = (client: NatsClient) => firstValueFrom(client.send('panshi.test.command.Do', request));
    const guessing = ask(new NatsClient(stranger, new Seal(Buffer.alloc(32, 2))));
    await expect(guessing).rejects.toMatchObject({ code: 'message.unknown-sender' });
    const text = JSON.stringify(request);
    for (const body of [text, testSeal.sealed('panshi.test.command.Other', Buffer.from(text))]) {
      const answer = await connection.request('panshi.test.command.Do', body);
      expect(answer.json()).toMatchObject({ err: { code: 'message.unknown-sender' } });
    }
    expect(taken).toEqual([]);
    expect(await ask(new NatsClient(stranger, testSeal))).toBe(1);
    await server.close();
    await Promise.all([link.close(), stranger.close()]);
    await nats.stop();
  });
});
