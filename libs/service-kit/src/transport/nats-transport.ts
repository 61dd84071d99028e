import { Logger } from '@nestjs/common';
import type { IntakeLimits, NatsAddress } from '@panshi/messaging';
import {
  appendHint,
  AppendHints,
  type LinkReport,
  logAppended,
  NatsClient,
  NatsLink,
  NatsServer,
  Seal,
} from '@panshi/messaging/nats';
import type { Transport } from './transport.ts';

/** Both ends over one connection to the broker, which is being made from now on. */
export const natsTransport = (
  address: NatsAddress,
  secret: Uint8Array,
  limits: IntakeLimits | undefined,
): Transport => {
  const seal = new Seal(secret);
  const link = new NatsLink(address, report);
  const hints = new AppendHints(link);
  const server = new NatsServer(link, seal, limits, () => hints.send());
  // Whoever needs the connection awaits it again, and gets the reason then.
  link.connect().catch(() => undefined);
  return {
    server,
    client: new NatsClient(link, seal),
    connect: async () => void (await link.connect()),
    serving: () => server.serving,
    appended: (events, position) => hints.note({ position, types: events.map(({ type }) => type) }),
    onAppended: (apply) =>
      server.addHandler(
        logAppended,
        async (data) => {
          const hint = appendHint(data);
          if (hint) await apply(hint);
        },
        true,
      ),
    close: () => link.close(),
  };
};

const logger = new Logger('Broker');

const report = ({ event, servers, reason }: LinkReport): void => {
  const at = servers.join(', ');
  switch (event) {
    case 'waiting':
      return logger.warn(`no NATS server at ${at} yet (${reason}); it is tried again`);
    case 'lost':
      return logger.warn(`the connection to the NATS server at ${at} is lost; it is tried again`);
    case 'refused':
      return logger.error(`the NATS server refuses: ${reason}`);
    default:
      return logger.log(`connected to the NATS server at ${at}`);
  }
};
