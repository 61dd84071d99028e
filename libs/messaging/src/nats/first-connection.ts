import { setTimeout as delay } from 'node:timers/promises';
import type { NatsConnection } from '@nats-io/transport-node';
import { backoff } from '@panshi/async';
import { unavailable } from '../rejections.ts';
import { connectionOptions, type NatsAddress } from './address.ts';
import { BrokerRefuses } from './refusals.ts';

const retryAfterMs = backoff({ firstMs: 50, longestMs: 2000 });

/**
 * Connects for the first time, however long the broker takes to be there.
 * @param onWaiting told of each new reason to wait @throws {BrokerRefuses | Unavailable}
 */
export const firstConnection = async (
  address: NatsAddress,
  onWaiting: (reason: string) => void,
  signal: AbortSignal,
): Promise<NatsConnection> => {
  // Here, so that a process without a broker does not load its client.
  const { connect } = await import('@nats-io/transport-node');
  let told: string | undefined;
  for (let retry = 1; !signal.aborted; retry++) {
    try {
      return await connect(connectionOptions(address));
    } catch (error) {
      const { name, message } = error as Error;
      if (name === 'AuthorizationError') throw new BrokerRefuses(address.servers, address.user);
      if (message !== told) onWaiting(message);
      told = message;
    }
    await delay(retryAfterMs(retry) * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
  }
  throw unavailable('closing');
};
