import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { connectionOptions, isNatsUrl, natsAddress } from './address.ts';

describe('the address of a broker', () => {
  it.each([
    ['nats://127.0.0.1', { servers: ['127.0.0.1:4222'], tls: false }],
    ['nats://grid:p%40ss@broker:4333', { servers: ['broker:4333'], user: 'grid', password: 'p@ss', tls: false }],
    ['tls://case:x@a:1,tls://b:2', { servers: ['a:1', 'b:2'], user: 'case', password: 'x', tls: true }],
    ['nats://[::1]:4222', { servers: ['[::1]:4222'], tls: false }],
  ])('is read of %s', (url, expected) => {
    expect(isNatsUrl(url)).toBe(true);
    expect(natsAddress(url)).toEqual({ user: undefined, password: undefined, ...expected });
  });

  it.each(['127.0.0.1', 'http://a', 'nats://', 'nats://a b', 'nats://a:1/path', 'nats://a,', 'mysql://u:p@a'])(
    'is not %j',
    (text) => {
      expect(isNatsUrl(text)).toBe(false);
      expect(() => natsAddress(text)).toThrow(TypeError);
    },
  );

  it('notices a silent broker while a command of ten seconds is waited for, and so does the broker a silent client', () => {
    const { pingInterval, maxPingOut } = connectionOptions(natsAddress('nats://a'));
    expect(pingInterval! * (maxPingOut! + 1)).toBeLessThan(10_000);
    const conf = readFileSync(join(import.meta.dirname, '../../../../deploy/nats/nats.conf'), 'utf8');
    const [, seconds, most] = /^ping_interval: (\d+)s\nping_max: (\d+)$/m.exec(conf)!;
    expect(Number(seconds) * (Number(most) + 1)).toBeLessThan(10);
  });

  it('gives each user an inbox of its own, and demands TLS where the address does', () => {
    expect(connectionOptions(natsAddress('tls://grid:x@a'))).toMatchObject({
      user: 'grid',
      pass: 'x',
      inboxPrefix: '_INBOX.grid',
      tls: {},
      maxReconnectAttempts: -1,
    });
    expect(connectionOptions(natsAddress('nats://a'))).not.toHaveProperty('tls');
  });
});
