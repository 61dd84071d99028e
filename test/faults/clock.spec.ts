import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { api, signIn } from '../support/api.ts';
import { type Data, emptyData } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';
import { password } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import { builtAnew, settled } from '../support/views.ts';
import { faultsOf } from './check-log.ts';
import { type Load, startLoad } from './load.ts';
import { type LoadedDistrict, loadedDistrict } from './loaded-district.ts';
import { type ShiftingClock, shiftingClock } from './shifting-clock.ts';

/** How often the clock is set to each of the times. */
const rounds = Number(process.env.PANSHI_FAULT_RUNS ?? 1);
const seed = fc.readConfigureGlobal().seed!;
const hour = 3_600_000;
const day = 24 * hour;
/** The district's rules are in force from its first day on: that is not gone back behind. */
const base = 2 * day;
const far = 400 * day;
const jumps = [2 * hour, far, -day, 0];

jest.setTimeout(120_000 + rounds * 60_000);

let district: LoadedDistrict;
let folder: Data;
let clock: ShiftingClock;
let server: Server;
let load: Load;

const start = (): Promise<Server> => {
  const environment = { ...clock.environment, PANSHI_REQUESTS_PER_MINUTE: '10000000' };
  return startServer({ data: district.folder.data, environment });
};

beforeEach(async () => {
  district = await loadedDistrict();
  folder = emptyData();
  clock = shiftingClock(folder.data);
  clock.set(base);
});
afterEach(async () => {
  server?.process.kill('SIGKILL');
  await server?.ended;
  folder?.remove();
  district?.folder.remove();
});

const works = (): Promise<unknown> => load.more(60, 90);

/** Sets the clock: everybody signs in again, and all goes on. */
const jump = async (aheadMs: number): Promise<void> => {
  load.forget();
  clock.set(base + aheadMs);
  await works();
  expect(load.refusals()).toHaveProperty(['session.expired']);
  await until(
    () => api(server.url).get('/health/ready'),
    ({ status }) => status === 200,
  );
  if (aheadMs === far) await overdue();
};

/** Until the case that all act on, which nobody closes, is overdue. */
const overdue = async (): Promise<void> => {
  const officer = api(server.url, await load.token('officer'));
  await until(
    () => officer.ask<{ items: readonly object[] }>('/cases?overdue=true'),
    ({ items }) => items.length > 0,
  );
};

it(`a clock set ahead and back under load costs nothing that was acknowledged (seed ${seed})`, async () => {
  server = await start();
  load = startLoad(server.url, district.shared, randomFrom(seed));
  await works();
  const moment = new Date(clock.now()).toISOString();
  await works();
  for (let round = 0; round < rounds; round++) for (const aheadMs of jumps) await jump(aheadMs);
  const deeds = await load.stop();
  await settled(api(server.url));

  const officer = await signIn(server.url, 'officer', password);
  const then = await officer.ask<{ total: number }>(`/cases?limit=1&facets=true&asOf=${moment}`);
  const late = new Date(clock.now()).toISOString();
  expect(await officer.get(`/cases?asOf=${late}`)).toMatchObject({
    status: 409,
    body: { code: 'as-of.clock-was-ahead' },
  });
  await stopServer(server);

  const log = await logOf(district.folder.data);
  console.info(`${deeds.length} commands acknowledged, ${log.length} events`);
  expect(load.surprises()).toEqual([]);
  expect(faultsOf(log, deeds, district.before)).toEqual([]);
  const opened = log.filter(({ type, recordedAt }) => type === 'CaseOpened' && recordedAt <= moment);
  expect(then.total).toBe(opened.length);

  // The gateway of several processes does not know how far the views are; a start waits for them.
  if (process.env.PANSHI_TOPOLOGY === 'processes') await stopServer(await start());
  const { left, anew } = await builtAnew(district.folder.data, start);
  expect(anew).toEqual(left);
});
