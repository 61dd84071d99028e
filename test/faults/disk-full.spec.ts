import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import type { HealthCheckResult } from '@nestjs/terminus';
import fc from 'fast-check';
import { type Answer, api } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { noise } from '../support/picture.ts';
import { randomFrom } from '../support/random.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';
import { until } from '../support/until.ts';
import { builtAnew, settled } from '../support/views.ts';
import { faultsOf } from './check-log.ts';
import { type Load, startLoad } from './load.ts';
import { type LoadedDistrict, loadedDistrict } from './loaded-district.ts';
import { describeWithSmallDisk, type SmallDisk, smallDisk } from './small-disk.ts';

/** How often each disk fills up. */
const rounds = Number(process.env.PANSHI_FAULT_RUNS ?? 1);
const seed = fc.readConfigureGlobal().seed!;
const places = ['events', 'views', 'keys'] as const;
type Place = (typeof places)[number];

jest.setTimeout(120_000 + rounds * 90_000);

describeWithSmallDisk('a disk that fills up and is freed again', () => {
  let district: LoadedDistrict;
  let disks: Readonly<Record<Place, SmallDisk>>;
  let server: Server;
  let load: Load;
  let recoveries: string[];

  /** Each database on a disk of its own, the pictures beside the keys. */
  const start = (): Promise<Server> => {
    const urls = places.map((place) => [`PANSHI_${place.toUpperCase()}`, `sqlite:${disks[place].path}/${place}.db`]);
    const environment = { ...Object.fromEntries(urls), PANSHI_REQUESTS_PER_MINUTE: '10000000' };
    return startServer({ data: disks.keys.path, environment });
  };

  beforeEach(async () => {
    district = await loadedDistrict();
    disks = { events: smallDisk(), views: smallDisk(), keys: smallDisk() };
    recoveries = [];
    for (const file of readdirSync(district.folder.data)) {
      const place = places.find((each) => file.startsWith(`${each}.`));
      if (place) cpSync(join(district.folder.data, file), join(disks[place].path, file));
    }
  });
  afterEach(async () => {
    server?.process.kill('SIGKILL');
    await server?.ended;
    for (const disk of Object.values(disks ?? {})) disk.remove();
    district?.folder.remove();
  });

  const ready = (): Promise<Answer<HealthCheckResult>> => api(server.url).get<HealthCheckResult>('/health/ready');
  const works = (): Promise<unknown> => load.more(60, 90);
  const isLater = ({ status, headers }: Answer<unknown>): boolean => status === 503 && headers.has('retry-after');

  /** Commands are refused, and readiness says why. */
  const logFull = async (): Promise<boolean> => {
    const answer = await ready();
    const { reason } = Object(answer.body.error?.['store']) as { readonly reason?: string };
    return isLater(answer) && !!reason?.includes('full') && 'store.outcome-unknown' in load.refusals();
  };
  const picture = async (): Promise<Answer> => {
    const street = api(server.url, await load.token('street'));
    return street.post('/pictures', await noise(200), { 'content-type': 'image/jpeg' });
  };
  /** Commands and pictures are refused. */
  const keysFull = async (): Promise<boolean> => {
    const answer = await picture();
    expect(isLater(answer) || answer.status < 300).toBe(true);
    return answer.body['code'] === 'pictures-unavailable' && 'keys-unavailable' in load.refusals();
  };
  /** What was acknowledged. */
  const shown = async (): Promise<Answer> => {
    const officer = api(server.url, await load.token('officer'));
    return officer.get(`/cases?limit=1&after=${load.position()}`);
  };
  /** Commands are taken, but cannot be shown yet. */
  const viewsFull = async (): Promise<boolean> => {
    const answer = await shown();
    return isLater(answer) && answer.body['code'] === 'view.behind';
  };

  /** Fills a disk until that is noticed, and frees it: then everything works again by itself. */
  const outage = async (place: Place, noticed: () => Promise<boolean>): Promise<void> => {
    load.forget();
    disks[place].fill();
    try {
      await until(noticed, (yes) => yes, 90);
    } finally {
      disks[place].free();
    }
    const freed = performance.now();
    await works();
    await until(ready, ({ status }) => status === 200);
    await until(shown, ({ status }) => status === 200);
    recoveries.push(`${place} ${Math.round(performance.now() - freed)} ms`);
  };

  it(`costs nothing that was acknowledged, and needs no restart (seed ${seed})`, async () => {
    server = await start();
    load = startLoad(server.url, district.shared, randomFrom(seed));
    await works();
    // The key it is sealed with is there from then on.
    expect((await picture()).status).toBe(201);
    for (let round = 0; round < rounds; round++) {
      await outage('events', logFull);
      await outage('keys', keysFull);
      await outage('views', viewsFull);
    }
    const deeds = await load.stop();
    await settled(api(server.url));
    await stopServer(server);
    console.info(`${deeds.length} commands acknowledged; back at work after: ${recoveries.join(', ')}`);
    expect(load.surprises()).toEqual([]);
    expect(faultsOf(await logOf(disks.events.path), deeds, district.before)).toEqual([]);

    // The gateway of several processes does not know how far the views are; a start waits for them.
    if (process.env.PANSHI_TOPOLOGY === 'processes') await stopServer(await start());
    const { left, anew } = await builtAnew(disks.views.path, start);
    expect(anew).toEqual(left);
  });
});
