import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Api, signIn } from '../support/api.ts';
import { follow } from '../support/live.ts';
import { served } from '../support/served.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';

jest.setTimeout(60_000);

const panshi = served(smallDistrict);
let street: Api;
const report = async (): Promise<string> => {
  const { lon, lat } = spots[0]!;
  const body = { categoryCode: '20401', text: '积水', channel: 'patrol', location: { lon, lat } };
  return (await street.command('/incidents', body)).stream;
};

beforeAll(async () => {
  street = await signIn(panshi.url(), 'street', password);
});

describe('GET /api/v1/live', () => {
  it('tells what happens, and after a break what happened meanwhile', async () => {
    const first = await follow(panshi.url(), street.token);
    expect(await first.next('live')).toBeDefined();
    const stream = await report();
    const heard = await first.next('appended', (event) => event.data.stream === stream);
    expect(Object.keys(heard.data).toSorted()).toEqual(['position', 'stream', 'type', 'version']);
    first.close();
    const missed = [await report(), await report()];
    const again = await follow(panshi.url(), street.token, heard.id);
    for (const each of missed) await again.next('appended', (event) => event.data.stream === each);
    again.close();
  });

  it('asks for a session, and for a place that is one', async () => {
    const live = (headers: Record<string, string>) => fetch(`${panshi.url()}/api/v1/live`, { headers });
    expect((await live({})).status).toBe(401);
    const authorization = `Bearer ${street.token}`;
    expect((await live({ authorization, 'last-event-id': 'yesterday' })).status).toBe(400);
  });

  it('tells one who comes from beyond the log to read anew', async () => {
    const lost = await follow(panshi.url(), street.token, '9999999999999999');
    expect(await lost.next('reset')).toMatchObject({ data: { position: expect.stringMatching(/^\d{16}$/) } });
    lost.close();
  });

  it('ends at once with a server that stops, rather than to keep it waiting', async () => {
    const open = await follow(panshi.url(), street.token);
    await open.next('live');
    const before = performance.now();
    const stopped = panshi.stop();
    await open.ended;
    expect(performance.now() - before).toBeLessThan(5000);
    await stopped;
  });
});
