import { join } from 'node:path';
import { signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { startUp } from '../support/up.ts';
import { type Bench, interleave } from './bench.ts';
import { cpuMs } from './cpu.ts';
import { load } from './processes.ts';
import { broker, program } from './programs.ts';
import { json, reports, settled } from './reporting.ts';

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

/** CPU of all processes for one request, which other load on the machine changes little: the rate it halves. */
class CpuOfEach {
  readonly #pids: readonly number[];
  #ms = 0;
  #requests = 0;

  constructor(pids: readonly number[]) {
    this.#pids = pids;
  }

  async during(round: number, work: () => Promise<number>): Promise<number> {
    const before = cpuMs(this.#pids);
    const rate = await work();
    // The first is to warm up.
    if (round >= 0) this.#ms += cpuMs(this.#pids) - before;
    if (round >= 0) this.#requests += rate * seconds;
    return rate;
  }

  get text(): string {
    return (this.#ms / this.#requests).toFixed(2);
  }
}

const command: Bench = {
  name: 'command.nats',
  async run() {
    process.env.PANSHI_REQUESTS_PER_MINUTE = '10000000';
    const { data, remove } = await demoData();
    const up = await startUp(data, '--views', 'sqlite');
    const bare = await bareOverNats();
    try {
      const reporter = await signIn(up.url, 'demo-street');
      const reported = await reports(reporter);
      const post = (path: string, headers: object) =>
        reported.map((body) => ({ method: 'POST', path, headers, body: JSON.stringify(body) }));
      const ours = new CpuOfEach(up.pids());
      const theirs = new CpuOfEach(bare.pids);
      const measured = await interleave(
        rounds,
        (round) =>
          ours.during(round, async () => {
            const rate = await load({ url: up.url, requests: post('/api/v1/incidents', json(reporter)), seconds });
            await settled(reporter, reported[0]!);
            return rate;
          }),
        (round) => theirs.during(round, () => load({ url: bare.url, requests: post('/', json()), seconds })),
      );
      const cpu = `${ours.text} ms of CPU a report, its case opened, vs ${theirs.text} ms`;
      const note = `gateway → NATS → grid service → durable, 50 connections (${cpu}), vs bare Nest + NATS echo`;
      return { unit: 'commands/s', ...measured, note };
    } finally {
      await bare.stop();
      await up.stop();
      remove();
    }
  },
};

export const nats: readonly Bench[] = [command];
