import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithNats } from '../components/nats.ts';
import { type Receipt, signIn } from '../support/api.ts';
import { incidentAt } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { builtAnew } from '../support/views.ts';
import { startUpWith, type Up } from '../support/up.ts';
import { faultsOf } from './check-log.ts';
import { type Deed, notNow } from './client.ts';
import { type HalfSentAnswer, halfSent } from './half-sent.ts';
import { peakOf } from './peak.ts';

/** More than the gateway takes at once (3000), and that is more than a process of a service takes (2500). */
const reports = 3600;
const mostAtGateway = 3000;
/** Those that were refused are repeated so many at a time. */
const politely = 100;
const mostBytes = 700 * 1024 * 1024;

describeWithNats('more requests than the queues hold', () => {
  let data: Data;
  let up: Up;
  beforeAll(async () => {
    data = await smallDistrict();
    up = await startUpWith({
      data: data.data,
      environment: {
        PANSHI_VIEWS: `sqlite:${join(data.data, 'views.db')}`,
        PANSHI_REQUESTS_PER_MINUTE: '10000000',
      },
    });
  });
  afterAll(async () => {
    await up?.stop();
    data?.remove();
  });

  it('are refused with when to come back, and what was acknowledged is there, once', async () => {
    const street = await signIn(up.url, 'street', password);
    const setUp = (await logOf(data.data)).length;
    const deeds = Array.from({ length: reports }, (_, i): Deed => {
      const body = incidentAt(spots[i % spots.length]!, { text: `第${i}次` });
      return { key: `report-${i}`, office: 'street', path: '/incidents', body, type: 'IncidentReported' };
    });
    const refusals: { readonly code: string; readonly status: number; readonly after: string | undefined }[] = [];
    const note = (deed: Deed, { status, after, body }: HalfSentAnswer): void => {
      if (status === 201) deed.receipt = JSON.parse(body) as Receipt;
      else refusals.push({ code: (JSON.parse(body) as { code: string }).code, status, after });
    };

    // All are under way before any is whole: however slow the machine, the gateway has to hold them at once. Then all
    // are there in one moment, for the service.
    const rest = Promise.withResolvers<void>();
    const url = `${up.url}/api/v1/incidents`;
    const all = deeds.map(async (deed) => {
      const headers = { authorization: `Bearer ${street.token}`, 'idempotency-key': deed.key };
      note(deed, await halfSent(url, headers, deed.body, rest.promise));
    });
    await until(
      async () => refusals.length,
      (count) => count >= reports - mostAtGateway,
      25,
    ).finally(rest.resolve);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['overloaded']));
    await Promise.all(all);
    const codes = Map.groupBy(refusals, ({ code, status }) => `${status} ${code}`);
    console.info(JSON.stringify(Object.fromEntries([...codes].map(([code, { length }]) => [code, length]))));
    expect(refusals.filter(({ status, after }) => !notNow.includes(status) || !after)).toEqual([]);
    for (const name of ['gateway', 'grid']) expect(peakOf(up.pids(name)[0]!)).toBeLessThan(mostBytes);

    const send = async (deed: Deed): Promise<void> => {
      const { status, body } = await street.post<Receipt>(deed.path, deed.body, { 'idempotency-key': deed.key });
      if (status === 201) deed.receipt = body;
    };
    for (let left = deeds; left.length > 0; left = deeds.filter(({ receipt }) => !receipt))
      for (let at = 0; at < left.length; at += politely) await Promise.all(left.slice(at, at + politely).map(send));
    const officer = await signIn(up.url, 'officer', password);
    await until(
      () => officer.ask<{ total: number }>('/cases?limit=1&facets=true'),
      ({ total }) => total === reports,
      120,
    );
    expect(await up.stop()).toBe(0);
    expect(faultsOf(await logOf(data.data), deeds, setUp)).toEqual([]);

    // The cases are there, other views may be behind; a start waits for them.
    const start = (): Promise<Server> => startServer({ data: data.data });
    await stopServer(await start());
    const { left, anew } = await builtAnew(data.data, start);
    expect(anew).toEqual(left);
  });
});
