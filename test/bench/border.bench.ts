import { join } from 'node:path';
import { type Api, signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { startServer, stopServer } from '../support/server.ts';
import { tokensLike } from '../support/token.ts';
import { type Bench, interleave, type Measured, median } from './bench.ts';
import { cpuMs } from '../support/cpu.ts';
import { honestReports } from './honest-reports.ts';
import { sendAll } from './processes.ts';
import { program } from './programs.ts';
import { json, posts, reports, settled } from './reporting.ts';
import { withServer } from './with-server.ts';

const costRounds = 5;
const amount = 3000;

/** CPU of a report and all it causes, in microseconds, in turn with and without the border's checks. */
const cost = async (): Promise<Measured> => {
  const { data, remove } = await demoData();
  const off = `--import=${join(import.meta.dirname, 'border-off.mjs')}`;
  const unlimited = { PANSHI_REQUESTS_PER_MINUTE: '10000000' };
  const unchecked = await startServer({ data, environment: { ...unlimited, NODE_OPTIONS: off } });
  try {
    return await withServer(
      async () => {},
      'demo-street',
      async (server, reporter) => {
        const bodies = await reports(reporter);
        const micros = (at: typeof server, as: Api) => async (): Promise<number> => {
          const before = cpuMs([at.process.pid!]);
          await sendAll({ url: at.url, requests: posts('/api/v1/incidents', json(as), bodies), amount });
          await settled(as, bodies[0]!);
          return ((cpuMs([at.process.pid!]) - before) / amount) * 1000;
        };
        const free = await signIn(unchecked.url, 'demo-street');
        const figures = await interleave(costRounds, micros(server, reporter), micros(unchecked, free));
        return { unit: 'µs', ...figures, note: 'CPU of a report ÷ of one that nothing is checked of; less is better' };
      },
    );
  } finally {
    await stopServer(unchecked);
    remove();
  }
};

const floodRounds = 3;
const seconds = 15;
const honest = 10;
const perSecond = 100;

/** p99 of honest reports beside hostile clients, in turn with none, in milliseconds. */
const flood = async (): Promise<Measured> => {
  const { data, remove } = await demoData();
  const server = await startServer({ data });
  try {
    const [reporter, outsider] = await Promise.all(
      ['demo-street', 'demo-dept'].map((name) => signIn(server.url, name)),
    );
    const names = Array.from({ length: honest }, (_, i) => `honest-${i}`);
    const tokens = await tokensLike(reporter!.token!, { url: server.url, data, security: 'demo-security' }, names);
    const bodies = await reports(reporter!);
    const alone = (): Promise<number> => honestReports({ url: server.url, tokens, bodies, perSecond, seconds });
    const beside = async (): Promise<number> => {
      const what = JSON.stringify({ url: server.url, token: outsider!.token });
      const clients = await program(
        process.execPath,
        [join(import.meta.dirname, 'hostile-clients.mjs'), what],
        /^(ready)/,
      );
      try {
        return await alone();
      } finally {
        await clients.stop();
      }
    };
    await alone();
    const pairs: (readonly [number, number])[] = [];
    for (let round = 0; round < floodRounds; round += 1) pairs.push([await beside(), await alone()]);
    const [value, baseline] = [0, 1].map((side) => median(pairs.map((pair) => pair[side]!))) as [number, number];
    const note = `p99 of ${perSecond} reports/s of ${honest} accounts, none refused, beside 50 hostile clients ÷ without them; less is better`;
    return { unit: 'ms', value, baseline, ratio: value / baseline, note };
  } finally {
    await stopServer(server);
    remove();
  }
};

/** What the checks of the border cost, and what they are worth. */
export const border: readonly Bench[] = [
  { name: 'border.cost', run: cost },
  { name: 'border.flood', run: flood },
];
