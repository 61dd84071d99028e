import { beforeAll, describe, expect, it } from '@jest/globals';
import { allQueries, queryOptions } from '@panshi/contracts';
import type { Answer, Api } from '../support/api.ts';
import { auditorOf } from '../support/auditor.ts';
import { type Spot, spotIn } from '../support/cases.ts';
import { servedDemo } from '../support/served.ts';

const panshi = servedDemo();
const district = '320113';
/** Queries about one thing that commands are decided on. */
const ofOneThing = allQueries().filter((type) => queryOptions(type).stream);
let paths: Readonly<Record<string, readonly [account: string, path: string]>>;
let auditor: Api;
let spot: Spot;

beforeAll(async () => {
  auditor = await auditorOf(district, panshi);
  const street = await panshi.as('demo-street');
  spot = await spotIn(street, '320113001');
  const first = async (account: string, path: string, id: string): Promise<string> => {
    const { items } = await (await panshi.as(account)).ask<{ items: Record<string, string>[] }>(path);
    return items[0]![id]!;
  };
  const caseId = await first('demo-case', '/cases?limit=1', 'caseId');
  const incidentId = await first('demo-street', '/incidents?limit=1', 'incidentId');
  paths = {
    GetCase: ['demo-case', `/cases/${caseId}`],
    GetCatalogue: ['demo-case', `/districts/${district}/catalogue`],
    GetCalendar: ['demo-case', `/districts/${district}/calendar`],
    GetGrid: ['demo-street', `/grids/${spot.gridCode}`],
    LocateGrid: ['demo-street', `/grid-at?lon=${spot.lon}&lat=${spot.lat}`],
    GetIncident: ['demo-street', `/incidents/${incidentId}`],
    GetActivation: [
      'demo-street',
      `/wartime/activations/${await first('demo-street', '/wartime/activations?limit=1', 'activationId')}`,
    ],
    GetAccountByUsername: ['demo-security', '/accounts/demo-case'],
    GetPartyOrg: ['demo-org', `/party-orgs/${await first('demo-org', '/party-orgs?limit=1', 'orgId')}`],
    GetRegion: ['demo-street', '/regions/320113001'],
    GetPerson: ['demo-org', `/people/${await first('demo-org', '/people?limit=1', 'personId')}`],
  };
}, 300_000);

const get = async (query: string): Promise<Answer> => {
  const [account, path] = paths[query] ?? [];
  return (await panshi.as(account!)).get(path!);
};

/** The version of a stream's last event, as history tells it. */
const lastVersion = async (stream: string): Promise<number> => {
  const { body } = await auditor.get<string>(`/history?stream=${stream}`);
  const last = JSON.parse(String(body).trimEnd().split('\n').at(-1)!) as Record<string, unknown>;
  return Number(last.streamversion);
};

describe('an answer about one thing that commands are decided on', () => {
  it.each(ofOneThing.map((type) => [type.name, queryOptions(type).stream!] as const))(
    'that %s gives carries the version that the command would be held to',
    async (name, stream) => {
      const { status, headers, body } = await get(name);
      expect(status).toBe(200);
      expect(headers.get('etag')).toBe(`"${await lastVersion(stream.of(body as never))}"`);
    },
  );

  it('is what a command is held to by If-Match, though neighbours share the stream', async () => {
    const planner = await panshi.as('demo-org');
    const tag = (await get('GetGrid')).headers.get('etag')!;
    const redraw = (match: string): Promise<Answer> =>
      planner.put(
        `/grids/${spot.gridCode}/leader`,
        { personId: '01890000-0000-7000-8000-000000000001' },
        { 'if-match': match },
      );
    const [stale, fresh] = [`"${Number(tag.slice(1, -1)) - 1}"`, tag];
    expect(await redraw(stale)).toMatchObject({ status: 412, body: { code: 'precondition.stale' } });
    expect((await redraw(fresh)).status).not.toBe(412);
  });
});

describe('what is answered under /api', () => {
  it('is kept by nobody, but for what holds nothing of anybody and has a version', async () => {
    for (const type of ofOneThing) {
      const expected = queryOptions(type).impersonal ? 'private, no-cache' : 'no-store';
      expect([type.name, (await get(type.name)).headers.get('cache-control')]).toEqual([type.name, expected]);
    }
    const street = await panshi.as('demo-street');
    for (const path of ['/session', '/grids?limit=1', '/history', '/nothing-here', '/grids/%E0%A4%A'])
      expect((await street.get(path)).headers.get('cache-control')).toBe('no-store');
    const refused = await fetch(`${panshi.url()}/api/v1/session`, { method: 'POST', body: '{}' });
    expect(refused.headers.get('cache-control')).toBe('no-store');
  });
});

describe('a repeated Idempotency-Key', () => {
  it('answers what it answered, though that was that there was nothing to do, and now there would be', async () => {
    const grant = { role: 'street-officer', territory: '320113001' };
    const security = await panshi.as('demo-security');
    const give = async (): Promise<Answer> =>
      security.post('/accounts/demo-case/grants', grant, { 'idempotency-key': 'granted-already' });
    await security.command('/accounts/demo-case/grants', grant);
    const nothing = await give();
    expect(nothing).toMatchObject({ status: 200, body: { events: 0 } });
    await security.command('/accounts/demo-case/grants/revocation', grant);
    const again = await give();
    expect(again.body).toEqual(nothing.body);
    expect(again.headers.get('etag')).toBe(nothing.headers.get('etag'));
    await panshi.restart();
    expect((await give()).body).toEqual(nothing.body);
    const { grants } = await (await panshi.as('demo-case')).ask<{ grants: readonly object[] }>('/session');
    expect(grants).not.toContainEqual(expect.objectContaining(grant));
  });
});

describe('replays of history', () => {
  it('that one auditor leaves unread keep nobody else from theirs', async () => {
    const other = await panshi.as('demo-auditor');
    const abort = new AbortController();
    const headers = { authorization: `Bearer ${auditor.token}` };
    const open = () => fetch(`${panshi.url()}/api/v1/history`, { headers, signal: abort.signal });
    const answers = await Promise.all(Array.from({ length: 6 }, open));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 429, 429, 429, 429]);
    const theirs = await other.get('/history?stream=account-demo-case');
    expect(theirs.status).toBe(200);
    abort.abort();
  });
});
