import { join } from 'node:path';
import { services } from '../../scripts/workspace.ts';
import { type Api, signIn } from '../support/api.ts';
import { apart } from './apart.ts';
import { type Bench, interleave, type Measured } from './bench.ts';
import { CpuOfEach } from './cpu.ts';
import { load } from './processes.ts';
import { broker, program } from './programs.ts';
import { json, posts, reports, settled } from './reporting.ts';

const rounds = 3;
const seconds = 6;

/** A bare Nest POST that asks a bare Nest echo over a broker of their own; gives its address. */
const bareOverNats = async (): Promise<{ url: string; pids: readonly number[]; stop: () => Promise<void> }> => {
  const nats = await broker();
  const bare = (role: string) =>
    program(process.execPath, [join(import.meta.dirname, 'bare-nest-nats.mjs'), nats.told, role], /ready on (\S+)/);
  const echo = await bare('echo');
  const http = await bare('http');
  const stop = async (): Promise<void> => {
    for (const each of [http, echo, nats]) await each.stop();
  };
  const pids = [http, echo, nats].map(({ pid }) => pid);
  return { url: http.told, pids, stop };
};

/** Incidents reported to some of the services, each a process. @param after each round, with a report to be told by */
const measured = async (
  names: readonly string[],
  after: (reporter: Api, report: object) => Promise<void>,
): Promise<Measured> => {
  const all = await apart();
  const bare = await bareOverNats();
  try {
    let url = '';
    for (const name of names) url = (await all.start(`services/${name}/dist/main.js`)).told;
    const reporter = await signIn(url, 'demo-street');
    const reported = await reports(reporter);
    const requests = posts('/api/v1/incidents', json(reporter), reported);
    const bareRequests = posts('/', json(), reported);
    const ours = new CpuOfEach(all.pids, seconds);
    const theirs = new CpuOfEach(bare.pids, seconds);
    const figures = await interleave(
      rounds,
      (round) =>
        ours.during(round, async () => {
          const rate = await load({ url, requests, seconds });
          await after(reporter, reported[0]!);
          return rate;
        }),
      (round) => theirs.during(round, () => load({ url: bare.url, requests: bareRequests, seconds })),
    );
    const note = `${ours.text} ms of CPU a report vs ${theirs.text} ms of bare Nest + NATS echo`;
    return { unit: 'commands/s', ...figures, note };
  } finally {
    await bare.stop();
    await all.remove();
  }
};

const path: Bench = {
  name: 'command.nats',
  async run() {
    const { note, ...figures } = await measured(['organization', 'grid', 'gateway'], async () => {});
    return { ...figures, note: `gateway → NATS → grid service → durable, 50 connections; no case service; ${note}` };
  },
};

const whole: Bench = {
  name: 'command.nats.cases',
  async run() {
    const { note, ...figures } = await measured([...services, 'gateway'], settled);
    return { ...figures, note: `the same, while the case service opens a case for each; ${note}, cases included` };
  },
};

/** Commands through the processes of a cluster. */
export const nats: readonly Bench[] = [path, whole];
