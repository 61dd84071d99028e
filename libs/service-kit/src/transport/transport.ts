import type { ClientProxy, CustomTransportStrategy } from '@nestjs/microservices';
import type { NewEvent, Position } from '@panshi/event-store';
import { InProcessClient, InProcessServer, type IntakeLimits } from '@panshi/messaging';
import type { AppendHint } from '@panshi/messaging/nats';
import type { Keys } from '@panshi/privacy';
import type { Settings } from '../settings/settings.ts';

/** How the services of this process are reached, and reach others. */
export interface Transport {
  readonly server: CustomTransportStrategy;
  readonly client: ClientProxy;
  /** Resolves once others can be reached. @throws {BrokerRefuses} where they never will be */
  connect(): Promise<void>;
  /** Whether requests come here and go out. */
  serving(): boolean;
  /** Tells the other processes, if there are any, of what was appended here. */
  appended(events: readonly NewEvent[], position: Position): void;
  /** Whom to tell of what others have appended. */
  onAppended(apply: (hint: AppendHint) => Promise<void>): void;
  close(): Promise<void>;
}

/** In-process, unless the settings name a broker; its client is loaded only then. */
export const openTransport = async (
  { nats }: Settings,
  keys: Pick<Keys, 'secret'>,
  limits: IntakeLimits | undefined,
): Promise<Transport> => {
  if (!nats) return inProcess(limits);
  const { natsTransport } = await import('./nats-transport.ts');
  return natsTransport(nats, await keys.secret('requests'), limits);
};

const inProcess = (limits: IntakeLimits | undefined): Transport => {
  const servers = new Set<InProcessServer>();
  return {
    server: new InProcessServer(servers, limits),
    client: new InProcessClient(servers),
    connect: async () => undefined,
    serving: () => true,
    appended: () => undefined,
    onAppended: () => undefined,
    close: async () => undefined,
  };
};
