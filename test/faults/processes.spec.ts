import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { describeWithMongo } from '../components/mongo-suite.ts';
import { type MongoServer, mongoServer } from '../components/mongo.ts';
import { describeWithNats } from '../components/nats.ts';
import { signIn } from '../support/api.ts';
import { openCase } from '../support/cases.ts';
import type { Data } from '../support/demo-data.ts';
import { logOf } from '../support/log.ts';
import { freePort } from '../../scripts/servers/free-port.ts';
import { randomFrom } from '../support/random.ts';
import { type Office, password, smallDistrict, spots } from '../support/small-district.ts';
import { until } from '../support/until.ts';
import { startUpWith, type Up } from '../support/up.ts';
import { faultsOf } from './check-log.ts';
import { Client, type Tokens } from './client.ts';
import { faults, instances, shuffled } from './faults.ts';
import { allReady, allSettled, type System } from './system.ts';
import { rebuiltHashes, storedHashes } from './view-hashes.ts';

/** Rounds of all faults. */
const rounds = Math.ceil(Number(process.env.PANSHI_FAULT_RUNS ?? 1) / faults.length);
const seed = fc.readConfigureGlobal().seed!;
const random = randomFrom(seed);
const offices: readonly Office[] = ['street', 'officer', 'unit'];
const clientCount = 6;
const tokensMs = 10 * 60_000;

jest.setTimeout(300_000 + rounds * 900_000);

describeWithMongo('processes under load', () => {
  describeWithNats('with faults', () => {
    let data: Data;
    let mongo: MongoServer;
    let up: Up;
    let system: System;
    let tokens: { readonly of: Promise<Tokens>; readonly since: number } | undefined;

    /** Signs in again where the server has no time for it, however long that lasts. */
    const signedInAs = async (office: Office): Promise<readonly [Office, string]> =>
      signIn(up.url, office, password).then(
        ({ token }) => [office, token!],
        () => delay(100).then(() => signedInAs(office)),
      );

    /** All clients share what the first of them signed in for. */
    const signedIn = (): Promise<Tokens> => {
      if (!tokens || Date.now() - tokens.since > tokensMs) {
        const of = Promise.all(offices.map(signedInAs)).then((each) => Object.fromEntries(each) as Tokens);
        tokens = { of, since: Date.now() };
      }
      return tokens.of;
    };

    beforeAll(async () => {
      [data, mongo] = await Promise.all([smallDistrict(), mongoServer()]);
      const views = mongo.database();
      up = await startUpWith({
        data: data.data,
        arguments: instances,
        environment: {
          PANSHI_VIEWS: views,
          PANSHI_REQUESTS_PER_MINUTE: '10000000',
          PORT: String(await freePort()),
        },
      });
      system = { up, mongo, views, log: join(data.data, 'events.db') };
    });
    afterAll(async () => {
      await up?.stop();
      await mongo?.stop();
      data?.remove();
    });

    /** Ready again by itself: every process says so, and every client is told that what it does now is done. */
    const recovered = async (clients: readonly Client[]): Promise<void> => {
      await allReady(system);
      const done = (): readonly number[] => clients.map(({ deeds }) => deeds.length);
      const before = done();
      await until(
        async () => done(),
        (now) => now.every((count, i) => count > before[i]! + 1),
        90,
      );
    };

    it(`lose and double nothing in ${rounds * faults.length} faults, and are ready again by themselves (seed ${seed})`, async () => {
      const [street, officer] = await Promise.all(offices.map((name) => signIn(up.url, name, password)));
      const caseId = await openCase(street!, officer!, spots[0]!);
      await officer!.command(`/cases/${caseId}/filing`);
      const setUp = (await logOf(data.data)).length;
      const clients = Array.from(
        { length: clientCount },
        (_, i) => new Client(`c${i}`, `/cases/${caseId}/supervision`, randomFrom(seed + i + 1)),
      );
      const enough = new AbortController();
      const living = clients.map((client) => client.persist(up.url, signedIn, enough.signal));
      const told: string[] = [];
      try {
        await recovered(clients);
        for (let round = 0; round < rounds; round += 1)
          for (const fault of shuffled(faults, random)) {
            const since = performance.now();
            await fault.inflict(system, clients, random);
            const over = performance.now();
            await recovered(clients);
            const seconds = [over - since, performance.now() - over].map((ms) => (ms / 1000).toFixed(1));
            told.push(`${fault.name}: ${seconds[0]} s, then ready after ${seconds[1]} s`);
          }
      } finally {
        enough.abort();
        console.info(`seed ${seed}\n${told.join('\n')}`);
      }
      await Promise.all(living);
      await allSettled(system);
      const deeds = clients.flatMap((client) => client.deeds);
      expect(await up.stop()).toBe(0);

      const log = await logOf(data.data);
      console.info(`${deeds.length} commands acknowledged, ${log.length} events`);
      expect(clients.flatMap(({ surprises }) => surprises)).toEqual([]);
      expect(faultsOf(log, deeds, setUp)).toEqual([]);
      expect(await storedHashes(system.views)).toEqual(await rebuiltHashes(data.data));
    });
  });
});
