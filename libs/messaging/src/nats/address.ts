import type { ConnectionOptions } from '@nats-io/transport-node';

/** Where the broker is, and as whom this process speaks to it. */
export interface NatsAddress {
  /** Without credentials: fit to be told. */
  readonly servers: readonly string[];
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Whether anything but TLS is refused. Authorities beside the usual ones: NODE_EXTRA_CA_CERTS. */
  readonly tls: boolean;
}

const pattern = /^(nats|tls):\/\/(?:([^:@/]+)(?::([^@/]*))?@)?([\w.-]+|\[[\da-f:]+\])(:\d{1,5})?\/?$/i;

/** Whether the text is `nats://[user:password@]host[:port]` or `tls://…`, or several of them with commas between. */
export const isNatsUrl = (text: string): boolean => text.split(',').every((each) => pattern.test(each));

/** Reads what {@link isNatsUrl} accepts; user and password of the first count for all. @throws {TypeError} */
export const natsAddress = (text: string): NatsAddress => {
  const parts = text.split(',').map((each) => {
    const found = pattern.exec(each);
    if (!found) throw new TypeError('a NATS address is nats://[user:password@]host[:port], or tls://…');
    const [, scheme = '', user, password, host = '', port = ':4222'] = found;
    return { scheme, user: unescaped(user), password: unescaped(password), server: host + port };
  });
  const { user, password } = parts[0]!;
  return {
    servers: parts.map(({ server }) => server),
    user,
    password,
    tls: parts.some(({ scheme }) => scheme.toLowerCase() === 'tls'),
  };
};

const unescaped = (text: string | undefined): string | undefined => text && decodeURIComponent(text);

/** Of the wait between two attempts to connect again: its least, and what chance adds to it, in milliseconds. */
const waitMs = 250;
const jitterMs = 750;

/**
 * What the client is told: to go on for ever once it was connected, not all at the same moment, and to notice within
 * ten seconds, which is how long a command is waited for, that a broker which keeps its connections open is dead or cut
 * off. Answers come to an inbox that the broker's allow-lists give to this user alone.
 */
export const connectionOptions = ({ servers, user, password, tls }: NatsAddress): ConnectionOptions => ({
  servers: [...servers],
  ...(user !== undefined && { user, pass: password ?? '', name: user, inboxPrefix: `_INBOX.${user}` }),
  ...(tls && { tls: {} }),
  timeout: 5000,
  maxReconnectAttempts: -1,
  ignoreAuthErrorAbort: true,
  reconnectTimeWait: waitMs,
  reconnectJitter: jitterMs,
  reconnectJitterTLS: jitterMs,
  pingInterval: 3000,
  maxPingOut: 2,
  noAsyncTraces: true,
});
