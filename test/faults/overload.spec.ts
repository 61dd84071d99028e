import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeWithNats } from '../components/nats.ts';
import { type Answer, type Api, type Receipt, signIn } from '../support/api.ts';
import { incidentAt } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { password, smallDistrict, spots } from '../support/small-district.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { builtAnew } from '../support/views.ts';
import { startUpWith, type Up } from '../support/up.ts';
import { faultsOf } from './check-log.ts';
import type { Deed } from './client.ts';
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

  const report = (account: Api, deed: Deed): Promise<Answer<Receipt & { code: string }>> =>
    account.post(deed.path, deed.body, { 'idempotency-key': deed.key });

  it('are refused with when to come back, and what was acknowledged is there, once', async () => {
    const street = await signIn(up.url, 'street', password);
    const setUp = (await logOf(data.data)).length;
    const deeds = Array.from({ length: reports }, (_, i): Deed => {
      const body = incidentAt(spots[i % spots.length]!, { text: `第${i}次` });
      return { key: `report-${i}`, office: 'street', path: '/incidents', body, type: 'IncidentReported' };
    });
    const refusals: { readonly code: string; readonly status: number; readonly after: string | null }[] = [];
    const send = async (deed: Deed): Promise<string | undefined> => {
      const { status, headers, body } = await report(street, deed);
      if (status === 201) deed.receipt = body;
      else refusals.push({ code: body.code, status, after: headers.get('retry-after') });
      return body.code;
    };
    let hangs = true;
    /** On a slow machine the first have waited too long before the last come in: they are sent again at once. */
    const press = async (deed: Deed): Promise<void> => {
      while ((await send(deed)) === 'deadline-passed' && hangs);
    };

    // The service hangs while they come in, so that they wait: first in the broker, and all at once before the service.
    const [service] = up.pids('grid') as [number];
    process.kill(service, 'SIGSTOP');
    const all = deeds.map(press);
    const refused = until(
      async () => refusals.filter(({ code }) => code === 'overloaded').length,
      (count) => count >= reports - mostAtGateway,
      120,
    );
    await refused.finally(() => {
      hangs = false;
      process.kill(service, 'SIGCONT');
    });
    await Promise.all(all);
    const codes = Map.groupBy(refusals, ({ code, status }) => `${status} ${code}`);
    console.info(JSON.stringify(Object.fromEntries([...codes].map(([code, { length }]) => [code, length]))));
    expect(refusals.filter(({ status, after }) => ![429, 503, 504].includes(status) || !after)).toEqual([]);
    for (const name of ['gateway', 'grid']) expect(peakOf(up.pids(name)[0]!)).toBeLessThan(mostBytes);

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
