import { beforeAll, describe, expect, it } from '@jest/globals';
import { type Api, type Receipt, signIn } from '../support/api.ts';
import { follow } from '../support/live.ts';
import { served } from '../support/served.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';

const panshi = served(smallDistrict);
let street: Api;
const report = async (): Promise<string> => {
  const { lon, lat } = spots[0]!;
  const body = { categoryCode: '20401', text: '积水', channel: 'patrol', location: { lon, lat } };
  return (await street.command('/incidents', body)).stream;
};

const wartime = (hazard: string, scope: string): object => ({
  districtCode: '320113',
  hazard,
  level: 'III',
  scope: [scope],
  basis: { kind: 'warning', reference: '演示预警〔2026〕1号', issuer: '区防汛抗旱指挥部' },
  reason: '演示：强降雨',
  initiatingUnit: '区应急指挥中心',
  deadlineRules: [],
});

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

  it('tells of wartime those in its scope and those whose territory it touches, and no others', async () => {
    const duty = await signIn(panshi.url(), 'duty', password);
    const listeners = ['leader', 'quarter', 'neighbour'] as const;
    const [leader, quarter, neighbour] = await Promise.all(
      listeners.map(async (name) => {
        const stream = await follow(panshi.url(), (await signIn(panshi.url(), name, password)).token);
        await stream.next('live');
        return stream;
      }),
    );
    const activate = (hazard: string, scope: string): Promise<Receipt> =>
      duty.command('/wartime/activations', wartime(hazard, scope));
    const ofGrid = await activate('other', spots[0]!.gridCode);
    const ofDistrict = await activate('flood-typhoon', '320113');
    for (const stream of [leader!, quarter!])
      for (const { position } of [ofGrid, ofDistrict])
        expect(await stream.next('appended', ({ id }) => id === position)).toMatchObject({
          data: { stream: 'wartime-320113', type: 'WartimeActivated' },
        });
    const heard: string[] = [];
    await neighbour!.next('appended', ({ id }) => heard.push(id) > 0 && id === ofDistrict.position);
    expect(heard).toEqual([ofDistrict.position]);
    for (const stream of [leader!, quarter!, neighbour!]) stream.close();
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
