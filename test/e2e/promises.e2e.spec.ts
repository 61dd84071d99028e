import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentSummary, Page } from '@panshi/contracts';
import type { Api, Receipt } from '../support/api.ts';
import { incidentAt, openCase, type Spot, spotIn, take } from '../support/cases.ts';
import { servedDemo } from '../support/served.ts';

const panshi = servedDemo();
let reporter: Api;
let officer: Api;
let spot: Spot;

beforeAll(async () => {
  reporter = await panshi.as('demo-street');
  officer = await panshi.as('demo-case');
  spot = await spotIn(reporter, '320113001');
});

const withKey = (key: string): Record<string, string> => ({ 'idempotency-key': key });

describe('a request that is repeated with its Idempotency-Key', () => {
  it('is answered with the receipt of the first, also after a restart, and acts once', async () => {
    const key = randomUUID();
    const report = incidentAt(spot, { text: `坑洼 ${key}` });
    const first = await reporter.post<Receipt>('/incidents', report, withKey(key));
    expect(first.status).toBe(201);
    expect(await reporter.post('/incidents', report, withKey(key))).toMatchObject({ status: 201, body: first.body });
    await panshi.restart();
    const again = await reporter.post<Receipt>('/incidents', report, withKey(key));
    expect(again).toMatchObject({ status: 201, body: first.body });
    expect(again.headers.get('etag')).toBe(first.headers.get('etag'));
  });

  it('acts once, when the repeats come all at the same moment', async () => {
    const key = randomUUID();
    const send = (): Promise<Receipt> => reporter.command('/incidents', incidentAt(spot), withKey(key));
    const receipts = await Promise.all(Array.from({ length: 20 }, send));
    expect(new Set(receipts.map(({ commandId }) => commandId)).size).toBe(1);
    expect(new Set(receipts.map(({ position }) => position)).size).toBe(1);
  });

  it('is refused with another body, also after a restart', async () => {
    const key = randomUUID();
    await reporter.command('/incidents', incidentAt(spot), withKey(key));
    const other = incidentAt(spot, { text: '另一件事' });
    const refusal = { status: 422, body: { code: 'idempotency.other-body' } };
    expect(await reporter.post('/incidents', other, withKey(key))).toMatchObject(refusal);
    await panshi.restart();
    expect(await reporter.post('/incidents', other, withKey(key))).toMatchObject(refusal);
  });

  it('is free for the mended body, where the first was refused for a field', async () => {
    const key = randomUUID();
    const refused = await reporter.post('/incidents', incidentAt(spot, { text: '' }), withKey(key));
    expect(refused).toMatchObject({ status: 422, body: { code: 'request.invalid' } });
    expect(await reporter.command('/incidents', incidentAt(spot), withKey(key))).toMatchObject({ events: 1 });
  });

  it('is another request, where another account or route has the same key', async () => {
    const key = randomUUID();
    const leader = await panshi.as('demo-emergency');
    const [mine, theirs] = await Promise.all(
      [reporter, leader].map((account) => account.command('/incidents', incidentAt(spot), withKey(key))),
    );
    expect(mine!.id).not.toBe(theirs!.id);
    const caseId = await openCase(reporter, officer, spot);
    expect(await officer.command(`/cases/${caseId}/filing`, {}, withKey(key))).toMatchObject({ events: 1 });
  });

  it('is decided anew, where it was rejected before and may be taken now', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const key = randomUUID();
    const early = await officer.post(`/cases/${caseId}/dispatch`, {}, withKey(key));
    expect(early).toMatchObject({ status: 409, body: { code: 'case.wrong-stage' } });
    await take(caseId, [officer, 'filing']);
    expect(await officer.post(`/cases/${caseId}/dispatch`, {}, withKey(key))).toMatchObject({ status: 200 });
  });
});

describe('an ETag', () => {
  it('is that of what one sees: commands and queries agree on it', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const filed = await officer.post<Receipt>(`/cases/${caseId}/filing`);
    const seen = await officer.get(`/cases/${caseId}?after=${filed.body.position}`);
    expect(seen.headers.get('etag')).toBe(filed.headers.get('etag'));
    expect(filed.headers.get('etag')).toBe(`"${filed.body.version}"`);
  });

  it('given as If-Match lets a command through while nothing has changed, and stops it with 412 once it has', async () => {
    const caseId = await openCase(reporter, officer, spot);
    const seen = (await officer.get(`/cases/${caseId}`)).headers.get('etag')!;
    const filed = await officer.post(`/cases/${caseId}/filing`, {}, { 'if-match': seen });
    expect(filed.status).toBe(200);
    const stale = await officer.post(`/cases/${caseId}/dispatch`, {}, { 'if-match': seen });
    expect(stale).toMatchObject({ status: 412, body: { code: 'precondition.stale', params: { actual: 1 } } });
    const fresh = filed.headers.get('etag')!;
    expect((await officer.post(`/cases/${caseId}/dispatch`, {}, { 'if-match': fresh })).status).toBe(200);
  });
});

describe('If-Match: *', () => {
  it('stops what is only to be made', async () => {
    const anything = await reporter.post('/incidents', incidentAt(spot), { 'if-match': '*' });
    expect(anything).toMatchObject({ status: 412, body: { code: 'precondition.nothing' } });
  });
});

describe('a question with after=', () => {
  it('is never answered without what one has just written', async () => {
    for (let round = 0; round < 25; round += 1) {
      const { id, position } = await reporter.command('/incidents', incidentAt(spot));
      const path = `/incidents?territory=${spot.gridCode}&sort=newest&limit=5&after=${position}`;
      const [mine, theirs] = await Promise.all(
        [reporter, officer].map((account) => account.ask<Page<IncidentSummary>>(path)),
      );
      for (const { items } of [mine!, theirs!]) expect(items.map(({ incidentId }) => incidentId)).toContain(id);
    }
  });

  it('says how far its answer goes: at least as far as it was asked to', async () => {
    const { position, id } = await reporter.command('/incidents', incidentAt(spot));
    const { headers } = await reporter.get(`/incidents/${id}?after=${position}`);
    expect(headers.get('x-position')! >= position).toBe(true);
  });
});
