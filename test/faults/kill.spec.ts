import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { signIn } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { launch, type Launched, startServer, stopServer } from '../support/server.ts';
import { type Office, password } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import { builtAnew, settled } from '../support/views.ts';
import { faultsOf } from './check-log.ts';
import { Client, type Deed, type Tokens } from './client.ts';
import { type LoadedDistrict, loadedDistrict } from './loaded-district.ts';

const runs = Number(process.env.PANSHI_FAULT_RUNS ?? 30);
const seed = fc.readConfigureGlobal().seed!;
const random = randomFrom(seed);
const offices: readonly Office[] = ['street', 'officer', 'unit'];
const clientCount = 6;
/** One life in so many ends before it is ready. */
const earlyEnd = 5;
const loadMs = 600;
const tokensMs = 10 * 60_000;

jest.setTimeout(120_000 + runs * 20_000);

let district: LoadedDistrict;
let tokens: { readonly of: Tokens; readonly since: number };

const options = (): Parameters<typeof launch>[0] => ({
  data: district.folder.data,
  environment: { PANSHI_REQUESTS_PER_MINUTE: '10000000' },
});

const signAllIn = async (url: string): Promise<Tokens> => {
  if (tokens && Date.now() - tokens.since < tokensMs) return tokens.of;
  const signed = await Promise.all(offices.map(async (name) => [name, (await signIn(url, name, password)).token]));
  tokens = { of: Object.fromEntries(signed) as Tokens, since: Date.now() };
  return tokens.of;
};

beforeAll(async () => {
  district = await loadedDistrict();
});

afterAll(() => district?.folder.remove());

const killed = async (server: Launched): Promise<void> => {
  server.process.kill('SIGKILL');
  await server.ended;
};

/** One life of the server, killed at a random moment under load. @returns milliseconds until it was ready */
const oneLife = async (clients: readonly Client[]): Promise<number> => {
  const since = performance.now();
  const server = launch(options());
  const url = await server.ready;
  const startUpMs = performance.now() - since;
  const signed = await signAllIn(url);
  const living = clients.map((client) => client.live(url, signed, new AbortController().signal));
  await delay(random() * loadMs);
  await killed(server);
  await Promise.all(living);
  return startUpMs;
};

/** One that is killed at a random moment before it is ready. @param startUpMs how long the one before took for that */
const earlyLife = async (startUpMs: number): Promise<void> => {
  const server = launch(options());
  server.ready.catch(() => {});
  await delay(random() * startUpMs);
  return killed(server);
};

const count = (deeds: readonly Deed[], type: string): number => deeds.filter((deed) => deed.type === type).length;

/** A last life, not killed, in which everything open is finished and every incident gets its case. */
const lastLife = async (clients: readonly Client[]): Promise<readonly Deed[]> => {
  const server = await startServer(options());
  const signed = await signAllIn(server.url);
  await Promise.all(clients.map((client) => client.live(server.url, signed, AbortSignal.abort())));
  const deeds = clients.flatMap((client) => client.deeds);
  const officer = await signIn(server.url, 'officer', password);
  const cases = count(deeds, 'IncidentReported') + 1;
  await until(
    () => officer.ask<{ total: number }>('/cases?limit=1&facets=true'),
    ({ total }) => total >= cases,
  );
  await settled(officer);
  await stopServer(server);
  return deeds;
};

it(`nothing that was acknowledged is lost or doubled over ${runs} kills (seed ${seed})`, async () => {
  const clients = Array.from({ length: clientCount }, (_, i) => new Client(`c${i}`, district.shared, random));
  let startUpMs = 0;
  for (let run = 1; run <= runs; run += 1)
    if (run % earlyEnd === 0) await earlyLife(startUpMs);
    else startUpMs = await oneLife(clients);
  const deeds = await lastLife(clients);
  const log = await logOf(district.folder.data);
  console.info(`${runs} kills, seed ${seed}: ${deeds.length} commands acknowledged, ${log.length} events`);
  expect(clients.flatMap(({ surprises }) => surprises)).toEqual([]);
  expect(deeds.length).toBeGreaterThan(runs);
  expect(faultsOf(log, deeds, district.before)).toEqual([]);

  const { left, anew } = await builtAnew(district.folder.data, () => startServer(options()));
  expect(anew).toEqual(left);
});
