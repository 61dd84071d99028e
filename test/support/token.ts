import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import type { AccountView } from '@panshi/contracts';
import { openKeys } from '@panshi/privacy';
import { signIn } from './api.ts';

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

const secretOf = async (data: string): Promise<Uint8Array> => {
  const keys = await openKeys({ path: join(data, 'keys.db') });
  try {
    return await keys.secret('tokens');
  } finally {
    await keys.close();
  }
};

const signed = (secret: Uint8Array, header: string, claims: object): string => {
  const text = `${header}.${part(claims)}`;
  return `${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

/** Variations of a good token that must not let anybody in; the server's own secret makes the expired one. */
export const badTokens = async (good: string, data: string): Promise<{ expired: string; forged: string[] }> => {
  const [header, body, signature] = good.split('.') as [string, string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { exp: number };
  const widened = part({ ...claims, exp: claims.exp + 3600 });
  return {
    expired: signed(await secretOf(data), header, { ...claims, exp: Math.floor(Date.now() / 1000) - 1 }),
    forged: [
      `${header}.${widened}.${signature}`,
      `${part({ alg: 'none', typ: 'JWT' })}.${body}.`,
      signed(Buffer.alloc(32), header, claims),
      good.slice(0, -4),
      'nonsense',
    ],
  };
};

/**
 * Tokens of new accounts that may what the holder of a good one may: opened and granted by a security administrator,
 * signed by the server's own secret.
 */
export const tokensLike = async (
  good: string,
  { url, data, security }: { readonly url: string; readonly data: string; readonly security: string },
  accounts: readonly string[],
): Promise<string[]> => {
  const password = 'opens-many-accounts';
  const keys = await openKeys({ path: join(data, 'keys.db') });
  await keys.credentials.set(security, password);
  await keys.close();
  const administrator = await signIn(url, security, password);
  const [header, body] = good.split('.') as [string, string];
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as { sub: string };
  const { personId, post, regionCode, grants } = await administrator.ask<AccountView>(`/accounts/${claims.sub}`);
  for (const username of accounts) {
    await administrator.command('/accounts', { username, personId, post, regionCode });
    for (const { role, territory, unit } of grants)
      await administrator.command(`/accounts/${username}/grants`, { role, territory, unit });
  }
  const secret = await secretOf(data);
  return accounts.map((sub) => signed(secret, header, { ...claims, sub }));
};
