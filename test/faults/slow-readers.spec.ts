import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { caseStream } from '@panshi/contracts';
import fc from 'fast-check';
import { signIn } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { type Server, type ServerOptions, startServer, stopServer } from '../support/server.ts';
import { password } from '../support/small-district.ts';
import { tokensLike } from '../support/token.ts';
import { until } from '../support/until.ts';
import { builtAnew, settled } from '../support/views.ts';
import { faultsOf } from './check-log.ts';
import { startLoad } from './load.ts';
import { type LoadedDistrict, loadedDistrict } from './loaded-district.ts';
import { peakOf } from './peak.ts';
import { Readers } from './readers.ts';
import { describeWithTwoNetworks, type TwoNetworks, twoNetworks } from './two-networks.ts';

/** How many commands are acknowledged before the readers come, and twice as many at least while they do not read. */
const commands = 1000 * Number(process.env.PANSHI_FAULT_RUNS ?? 1);
const seed = fc.readConfigureGlobal().seed!;
const accounts = Array.from({ length: 5 }, (_, i) => `reader-${i}`);
const readersOfEach = 10;
const beginning = '0'.repeat(16);
/** So that readers that do not read are felt at once: networks of one machine hold megabytes for them. */
const heldBytes = 8192;
/** Longer than the gateway waits for a reader (30 s). */
const beyondPatienceMs = 32_000;
const mostBytes = 600 * 1024 * 1024;

jest.setTimeout(120_000 + commands * 50);

describeWithTwoNetworks('50 readers of the live stream', () => {
  let district: LoadedDistrict;
  let networks: TwoNetworks;
  let server: Server;
  const start = (more: Partial<ServerOptions> = {}): Promise<Server> =>
    startServer({ ...more, data: district.folder.data });

  beforeEach(async () => {
    district = await loadedDistrict();
    networks = twoNetworks();
    networks.hold(heldBytes);
    const environment = { HOST: networks.there, PANSHI_REQUESTS_PER_MINUTE: '10000000' };
    server = await start({ environment, within: networks.within });
  });
  afterEach(async () => {
    await stopServer(server);
    networks.remove();
    district.folder.remove();
  });

  it(`hold up nobody while they do not read, and miss nothing when they do (seed ${seed})`, async () => {
    const { url } = server;
    const officer = await signIn(url, 'officer', password);
    const tokens = await tokensLike(
      officer.token!,
      { url, data: district.folder.data, security: 'admin-security' },
      accounts,
    );
    const load = startLoad(url, district.shared, randomFrom(seed));
    const more = (): Promise<unknown> => load.more(commands, 60 + commands / 10);
    await more();
    const each = tokens.flatMap((token) => Array.from({ length: readersOfEach }, () => token));
    const slow = await Readers.open({ url, tokens: each, after: beginning, within: networks.within });
    const attentive = await Readers.open({ url, tokens: [officer.token!], after: beginning });
    slow.pause();
    // More than the connections and the gateway hold for them; from then on it waits for them.
    await more();
    const since = performance.now();
    await more();
    const deeds = await load.stop();
    const end = load.position();
    await until(
      async () => performance.now() - since,
      (ms) => ms >= beyondPatienceMs,
    );
    const [heard] = await attentive.upTo(end);
    slow.resume();
    const all = await slow.upTo(end);
    expect(all).toHaveLength(each.length);
    for (const { told, cuts } of all) expect({ told, cuts }).toEqual({ told: heard!.told, cuts: 1 });
    expect(heard!.cuts).toBe(0);
    expect(peakOf(server.process.pid!)).toBeLessThan(mostBytes);
    await settled(officer);
    expect(await stopServer(server)).toBe(0);

    const log = await logOf(district.folder.data);
    const ofCases = ({ stream }: { readonly stream: string }): boolean => stream.startsWith(caseStream.prefix);
    const due = log.filter((event) => ofCases(event) && event.position <= end);
    expect(heard!.told.filter(ofCases).map(({ id }) => id)).toEqual(due.map(({ position }) => position));
    expect(load.surprises()).toEqual([]);
    expect(faultsOf(log, deeds, district.before)).toEqual([]);
    const { left, anew } = await builtAnew(district.folder.data, start);
    expect(anew).toEqual(left);
  });
});
