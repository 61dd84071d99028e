import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { processes as names } from '../../scripts/workspace.ts';
import { describeWithNats, type Nats, startNats } from '../components/nats.ts';
import { api } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { root, startServer } from '../support/server.ts';
import { type ServiceProcess, startServiceProcess } from '../support/service.ts';
import { until } from '../support/until.ts';
import { builtAnew, settled } from '../support/views.ts';
import { faultsOf } from './check-log.ts';
import { type Load, startLoad } from './load.ts';
import { type LoadedDistrict, loadedDistrict } from './loaded-district.ts';
import { describeWithTwoNetworks, type TwoNetworks, twoNetworks } from './two-networks.ts';

/** How often the cable is cut. */
const rounds = Number(process.env.PANSHI_FAULT_RUNS ?? 1);
const seed = fc.readConfigureGlobal().seed!;

jest.setTimeout(120_000 + rounds * 90_000);

describeWithTwoNetworks('two networks', () => {
  describeWithNats('a cut between the grid service and all others', () => {
    let district: LoadedDistrict;
    let networks: TwoNetworks;
    let nats: Nats;
    let processes: ServiceProcess[];
    let grid: ServiceProcess;
    let urls: ReadonlyMap<string, string>;
    let load: Load;

    const start = async (name: string): Promise<string> => {
      const environment = {
        PANSHI_DATA: district.folder.data,
        PANSHI_NATS: nats.urlOf(name, `secret-${name}`),
        PANSHI_REQUESTS_PER_MINUTE: '10000000',
        ...(name === 'grid' && { HOST: networks.there }),
      };
      const service = startServiceProcess(name, environment, name === 'grid' ? networks.within : []);
      processes.push(service);
      if (name === 'grid') grid = service;
      return (await service.says(/"msg":"ready","url":"([^"]+)"/))[1]!;
    };
    const ready = async (): Promise<boolean> => {
      const answers = await Promise.all([...urls.values()].map((url) => api(url).get('/health/ready')));
      return answers.every(({ status }) => status === 200);
    };
    const works = (): Promise<unknown> => load.more(60, 90);

    beforeEach(async () => {
      processes = [];
      district = await loadedDistrict();
      networks = twoNetworks();
      nats = await startNats({
        address: networks.here,
        config: join(root, 'deploy/nats/nats.conf'),
        environment: Object.fromEntries(
          names.map((name) => [`PANSHI_NATS_${name.toUpperCase()}_PASSWORD`, `secret-${name}`]),
        ),
      });
      const started = await Promise.all(names.map(async (name) => [name, await start(name)] as const));
      urls = new Map(started);
    });
    afterEach(async () => {
      await Promise.all(processes.map((each) => each.stop()));
      await nats?.stop('SIGKILL');
      networks?.remove();
      district?.folder.remove();
    });

    /** Requests run into their deadline until the broker knows that nobody answers; milliseconds until all works again. */
    const outage = async (): Promise<number> => {
      load.forget();
      networks.cut();
      try {
        await until(
          async () => load.refusals(),
          (refusals) => 'deadline-passed' in refusals && 'no-service' in refusals,
          90,
        );
        await grid.says(/connection to the NATS server at .* is lost/);
      } finally {
        networks.heal();
      }
      const healed = performance.now();
      await works();
      await until(ready, (yes) => yes);
      return Math.round(performance.now() - healed);
    };

    it(`costs nothing that was acknowledged, and needs no restart (seed ${seed})`, async () => {
      load = startLoad(urls.get('gateway')!, district.shared, randomFrom(seed));
      await works();
      const recoveries: number[] = [];
      for (let round = 0; round < rounds; round++) recoveries.push(await outage());
      const deeds = await load.stop();
      for (const url of urls.values()) await settled(api(url));
      await Promise.all(processes.map((each) => each.stop()));
      console.info(`${deeds.length} commands acknowledged; back at work after: ${recoveries.join(', ')} ms`);
      expect(load.surprises()).toEqual([]);
      expect(faultsOf(await logOf(district.folder.data), deeds, district.before)).toEqual([]);

      const { left, anew } = await builtAnew(district.folder.data, () => startServer({ data: district.folder.data }));
      expect(anew).toEqual(left);
    });
  });
});
