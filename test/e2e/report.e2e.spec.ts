import { beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import type { IncidentView, NearbyIncident, Page } from '@panshi/contracts';
import { type Api, type Receipt, signIn } from '../support/api.ts';
import { caseOpened, getCase, incidentAt, openCase, type Spot, spotIn } from '../support/cases.ts';
import { photograph } from '../support/picture.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

const panshi = servedDemo();
let [reporter, officer, onlooker]: Api[] = [];
let spot: Spot;
let picture: { pictureId: string; sha256: string };
let receipt: Receipt;

const upload = async (by: Api): Promise<typeof picture> => {
  const { body } = await by.post('/pictures', await photograph(), { 'content-type': 'image/jpeg' });
  return { pictureId: String(body.pictureId), sha256: String(body.sha256) };
};

beforeAll(async () => {
  [reporter, officer, onlooker] = await Promise.all(['demo-street', 'demo-case', 'demo-org'].map(panshi.as));
  spot = await spotIn(reporter!, '320113001');
  picture = await upload(reporter!);
  receipt = await reporter!.command(
    '/incidents',
    incidentAt(spot, {
      categoryCode: '20401',
      text: '道路积水没过脚踝',
      channel: 'resident',
      pictures: [picture],
      reporter: { name: '王演示', phone: '13900001234' },
    }),
  );
});

const incident = (account: Api): Promise<IncidentView> =>
  account.ask(`/incidents/${receipt.id}?after=${receipt.position}`);

const near = (category: string, lat: number): Promise<Page<NearbyIncident>> =>
  reporter!.ask(`/incidents-nearby?category=${category}&lon=${spot.lon}&lat=${lat}&after=${receipt.position}`);

const idsOf = ({ items }: Page<NearbyIncident>): string[] => items.map(({ incidentId }) => incidentId);

describe('a report with a picture', () => {
  it('falls to the grid that its place lies in', async () => {
    expect(await incident(officer!)).toMatchObject({ gridCode: spot.gridCode, status: 'reported', urgent: false });
  });

  it('shows its words and who reported to those who may see them, and to who recorded it', async () => {
    for (const reader of [officer!, reporter!])
      expect(await incident(reader)).toMatchObject({
        text: { status: 'open', value: '道路积水没过脚踝' },
        reporterName: { status: 'open', value: '王演示' },
        reporterPhone: { status: 'open', value: '13900001234' },
      });
  });

  it('withholds them from everybody else', async () => {
    const withheld = { status: 'withheld' };
    expect(await incident(onlooker!)).toMatchObject({
      text: withheld,
      reporterName: withheld,
      reporterPhone: withheld,
    });
  });

  it('shows its picture upright without its tags, and only to those who may see the words of this report', async () => {
    const path = `${panshi.url()}/api/v1/incidents/${receipt.id}/pictures/${picture.pictureId}`;
    const show = ({ token }: Api): Promise<Response> => fetch(path, { headers: { authorization: `Bearer ${token}` } });
    const shown = await show(officer!);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    const { width, height, exif } = await sharp(Buffer.from(await shown.arrayBuffer())).metadata();
    expect({ width, height, exif }).toEqual({ width: 20, height: 40, exif: undefined });
    expect((await show(onlooker!)).status).toBe(403);
    // Who may read it here, and see words elsewhere.
    const security = await panshi.as('demo-security');
    await security.command('/accounts/demo-org/grants', { role: 'case-officer', territory: '320113002' });
    expect((await show(await signIn(panshi.url(), 'demo-org'))).status).toBe(403);
  });

  it('names pictures that its sender uploaded, with their hash, and once', async () => {
    const report = (by: Api, named: typeof picture): Promise<unknown> =>
      by.post('/incidents', incidentAt(spot, { pictures: [named] })).then(({ status, body }) => [status, body.code]);
    const mine = await upload(reporter!);
    expect(await report(reporter!, picture)).toEqual([409, 'picture.named-before']);
    expect(await report(reporter!, { ...mine, sha256: 'a'.repeat(64) })).toEqual([422, 'picture.unknown']);
    expect(await report(await panshi.as('demo-grid'), mine)).toEqual([422, 'picture.unknown']);
    const refused = { ...incidentAt(spot, { pictures: [mine] }), categoryCode: '99999' };
    expect((await reporter!.post('/incidents', refused)).status).not.toBe(201);
    expect(await report(reporter!, mine)).toEqual([201, undefined]);
  });

  it('is suggested to whoever would report the same close by, with its distance', async () => {
    const { items: found } = await near('20401', spot.lat + 0.0003);
    const { distance } = found.find(({ incidentId }) => incidentId === receipt.id)!;
    expect(distance).toBeGreaterThan(32);
    expect(distance).toBeLessThan(35);
  });

  it('is not suggested for something else, nor further away', async () => {
    expect(idsOf(await near('10104', spot.lat))).not.toContain(receipt.id);
    expect(idsOf(await near('20401', spot.lat + 0.002))).not.toContain(receipt.id);
  });

  it('has a case opened by the system, which tells its words only to who may see them', async () => {
    expect(await caseOpened(officer!, receipt.id!)).toMatchObject({
      caseId: receipt.id,
      stage: 'collected',
      gridCode: spot.gridCode,
      report: { status: 'open', value: '道路积水没过脚踝' },
    });
    expect(await getCase(onlooker!, receipt.id!)).toMatchObject({ report: { status: 'withheld' } });
  });

  it('takes a later report of the same as its duplicate, and that one’s case with it', async () => {
    const second = await openCase(reporter!, officer!, spot, { categoryCode: '20401' });
    await officer!.command(`/incidents/${second}/duplicate`, { duplicateOf: receipt.id });
    const linked = await until(
      () => getCase(officer!, second),
      ({ stage }) => stage === 'duplicate',
    );
    expect(linked).toMatchObject({ open: false, duplicateOf: receipt.id });
  });
});
