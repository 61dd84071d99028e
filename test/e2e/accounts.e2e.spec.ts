import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openKeys } from '@panshi/privacy';
import { type Api, signIn } from '../support/api.ts';
import { follow } from '../support/live.ts';
import { served } from '../support/served.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { until } from '../support/until.ts';

const panshi = served(smallDistrict);
const territory = '320113';
let planner: Api;
let security: Api;

const setPassword = async (...accounts: readonly string[]): Promise<void> => {
  const keys = await openKeys({ path: join(panshi.data(), 'keys.db') });
  for (const account of accounts) await keys.credentials.set(account, password);
  await keys.close();
};

/** An account that may read of grids and incidents, signed in. */
const streetOfficer = async (username: string): Promise<Api> => {
  const { id: personId } = await planner.command('/people', { name: '演示', partyMember: true, regionCode: territory });
  await security.command('/accounts', { username, personId, post: '演示岗', regionCode: territory });
  await security.command(`/accounts/${username}/grants`, { role: 'street-officer', territory });
  await setPassword(username);
  return signIn(panshi.url, username, password);
};

const signOut = async ({ token }: Api): Promise<number> => {
  const options = { method: 'DELETE', headers: { authorization: `Bearer ${token}` } };
  return (await fetch(`${panshi.url()}/api/v1/session`, options)).status;
};

const grids = async (account: Api): Promise<number> => (await account.get('/grids?limit=1')).status;

const listening = async ({ token }: Api) => {
  const stream = await follow(panshi.url(), token);
  await stream.next('live');
  return stream;
};

beforeAll(async () => {
  await setPassword('admin-security');
  planner = await signIn(panshi.url, 'planner', password);
  security = await signIn(panshi.url, 'admin-security', password);
});

describe('what an account may do is asked of the log for each request', () => {
  it('knows an account by its token however the scheme is written, and names the scheme where it refuses', async () => {
    const session = (authorization: string): Promise<Response> =>
      fetch(`${panshi.url()}/api/v1/session`, { headers: { authorization } });
    for (const scheme of ['bearer ', 'BEARER  ']) expect((await session(scheme + planner.token)).status).toBe(200);
    const refused = await session(`Basic ${planner.token}`);
    expect([refused.status, refused.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('moves nobody to where it has no authority, from where nobody here could bring them back', async () => {
    const { id } = await planner.command('/people', { name: '演示', partyMember: true, regionCode: territory });
    const moved = await planner.post(`/people/${id}/standing`, { regionCode: '320102' });
    expect([moved.status, moved.body.code]).toEqual([403, 'authority.forbidden']);
  });

  it('a right revoked is gone at once, and with it the stream that was heard by it', async () => {
    const account = await streetOfficer('revoked-1');
    const stream = await listening(account);
    expect(await grids(account)).toBe(200);
    await security.command('/accounts/revoked-1/grants/revocation', { role: 'street-officer', territory });
    expect(await grids(account)).toBe(403);
    await stream.ended;
    expect((await account.get<{ grants: object[] }>('/session')).body.grants).toEqual([]);
  });

  it('a right granted is there at once', async () => {
    const account = await streetOfficer('granted-1');
    expect((await account.get('/accounts?limit=1')).status).toBe(403);
    await security.command('/accounts/granted-1/grants', { role: 'security-administrator', territory });
    expect((await account.get('/accounts?limit=1')).status).toBe(200);
  });

  it('an account that is closed is signed out at once', async () => {
    const account = await streetOfficer('closed-1');
    const stream = await listening(account);
    await security.command('/accounts/closed-1/closing', { reason: 'not-needed' });
    expect(await account.get('/grids?limit=1')).toMatchObject({ status: 401, body: { code: 'session.expired' } });
    await stream.ended;
    await expect(signIn(panshi.url, 'closed-1', password)).rejects.toThrow('wrong-credentials');
  });

  it('whoever signs out leaves no token that is good, on this gateway or after a restart, and no other session', async () => {
    const account = await streetOfficer('leaving-1');
    const elsewhere = await signIn(panshi.url, 'leaving-1', password);
    const stream = await listening(account);
    const { body: renewed } = await account.post('/session/renew');
    expect(await signOut(account)).toBe(204);
    await stream.ended;
    expect(await account.get('/session')).toMatchObject({ status: 401, body: { code: 'session.expired' } });
    expect((await account.post('/session/renew')).status).toBe(401);
    expect(await signOut(account)).toBe(401);
    const tokens = [account.token, String(renewed.token)];
    const statuses = (url: string) =>
      Promise.all(
        tokens.map(
          async (token) =>
            (await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } })).status,
        ),
      );
    expect(await statuses(panshi.url())).toEqual([401, 401]);
    expect(await grids(elsewhere)).toBe(200);
    await panshi.restart();
    expect(await statuses(panshi.url())).toEqual([401, 401]);
    expect(await grids(elsewhere)).toBe(200);
  });
});

describe('a grid that is split', () => {
  it('leaves its leader with rights in the part they lead, where they report from then on', async () => {
    const [west, gridCode] = [118.9, spots[0]!.gridCode];
    const leader = await signIn(panshi.url, 'leader', password);
    const { personId } = await security.ask<{ personId: string }>('/accounts/leader');
    const form = async (kind: string, regionCode: string, parentId?: string) =>
      (await planner.command('/party-orgs', { kind, regionCode, parentId, name: '演示' })).id;
    const street = await form('street-working-committee', '320113001', await form('district-committee', territory));
    const orgId = await form('community-committee', '320113001001', street);
    const post = { personId, post: 'secretary', from: '2026-01-01' };
    await planner.command(`/party-orgs/${orgId}/appointments`, post);
    await until(
      () => planner.put(`/grids/${gridCode}/leader`, { personId }),
      ({ status }) => status === 200,
    );
    const half = (from: number) => [
      { lon: west + from, lat: 32.1 },
      { lon: west + from + 0.005, lat: 32.1 },
      { lon: west + from + 0.005, lat: 32.11 },
      { lon: west + from, lat: 32.11 },
    ];
    const parts = [0, 0.005].map((from) => ({ name: '半网格', ring: half(from) }));
    await planner.command(`/grids/${gridCode}/split`, { parts });
    const { items } = await until(
      () => leader.ask<{ items: readonly { gridCode: string }[] }>('/grids?status=active'),
      (page) => page.items.some((grid) => grid.gridCode !== gridCode),
    );
    const report = {
      categoryCode: '20101',
      text: '路面积水',
      channel: 'patrol',
      location: { lon: west + 0.002, lat: 32.105 },
    };
    const { id, position } = await leader.command('/incidents', report);
    expect(await leader.ask(`/incidents/${id}?after=${position}`)).toMatchObject({ gridCode: items[0]?.gridCode });
  });
});

describe('signing in', () => {
  it('gives what the log says, whatever was written into a view', async () => {
    const views = join(panshi.data(), 'views.db');
    await panshi.restart(() => {
      // On processes the views may lie in another database.
      if (!existsSync(views)) return;
      const db = new DatabaseSync(views);
      const { version } = db.prepare("SELECT max(version) AS version FROM views WHERE view = 'accounts'").get() as {
        version: number;
      };
      const { changes } = db
        .prepare(`UPDATE "accounts@${version}" SET document = replace(document, ?, ?) WHERE id = ?`)
        .run('case-officer', 'security-administrator', 'officer');
      db.close();
      expect(changes).toBe(1);
    });
    const officer = await signIn(panshi.url, 'officer', password);
    const { grants } = await officer.ask<{ grants: readonly { role: string }[] }>('/session');
    expect(grants.map(({ role }) => role)).toEqual(['case-officer']);
    expect((await officer.get('/accounts')).status).toBe(403);
  });
});
