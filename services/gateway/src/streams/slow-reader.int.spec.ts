import { once } from 'node:events';
import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect, it } from '@jest/globals';
import { SlowReader, StreamWriter } from './stream-writer.ts';

it('a client that reads nothing is cut off once the network holds no more for it, and nothing is kept here', async () => {
  const cut = Promise.withResolvers<{ error: unknown; kept: number }>();
  const server = createServer((_, response) => {
    const writer = new StreamWriter(response, 200);
    const send = async (): Promise<never> => {
      for (;;) await writer.send(`data: ${'x'.repeat(10_000)}\n\n`, new AbortController().signal);
    };
    send().catch((error: unknown) => {
      cut.resolve({ error, kept: response.writableLength });
      response.destroy();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const client = connect((server.address() as AddressInfo).port, '127.0.0.1');
  client.write('GET / HTTP/1.1\r\nHost: panshi\r\n\r\n');
  client.pause();
  const { error, kept } = await cut.promise;
  expect(error).toBeInstanceOf(SlowReader);
  expect(kept).toBeLessThan(1_000_000);
  client.resume();
  await once(client, 'close');
  server.close();
});
