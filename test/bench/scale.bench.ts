import { join } from 'node:path';
import { signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { root } from '../support/server.ts';
import { type Bench, interleave } from './bench.ts';
import { load } from './processes.ts';
import { broker, type Program, program } from './programs.ts';
import { json, reports } from './reporting.ts';

const rounds = 3;
const seconds = 6;
const burnMs = 2;

/** Starts a process of the processes topology, as its user would; ready once it has said so in its log. */
const starter =
  (data: string, nats: string) =>
  (script: string): Promise<Program> =>
    program(process.execPath, [join(root, script)], /"msg":"ready".*"url":"([^"]+)"|"url":"([^"]+)".*"msg":"ready"/, {
      PORT: '0',
      LOG_LEVEL: 'info',
      PANSHI_DATA: data,
      PANSHI_NATS: nats,
      PANSHI_PROVENANCE: 'demo',
      PANSHI_REQUESTS_PER_MINUTE: '10000000',
      PANSHI_BENCH_BURN_MS: String(burnMs),
    });

const out: Bench = {
  name: 'scale.out',
  async run() {
    const { data, remove } = await demoData();
    const running: Program[] = [];
    const stop = async (program: Program): Promise<void> => {
      running.splice(running.indexOf(program), 1);
      await program.stop();
    };
    try {
      const nats = await broker();
      running.push(nats);
      const start = async (script: string): Promise<Program> => {
        const started = await starter(data, nats.told)(script);
        running.unshift(started);
        return started;
      };
      await start('services/organization/dist/main.js');
      await start('test/bench/slow-grid.ts');
      const { told: url } = await start('services/gateway/dist/main.js');
      const reporter = await signIn(url, 'demo-street');
      const bodies = (await reports(reporter)).map((body) => JSON.stringify(body));
      const path = '/api/v1/incidents';
      const requests = bodies.map((body) => ({ method: 'POST', path, headers: json(reporter), body }));
      const report = (): Promise<number> => load({ url, requests, seconds });
      const figures = await interleave(
        rounds,
        async () => {
          const second = await start('test/bench/slow-grid.ts');
          const rate = await report();
          await stop(second);
          return rate;
        },
        report,
      );
      const note = `incidents reported, ${burnMs} ms of CPU a decision, 2 processes of the grid service ÷ 1; no case service`;
      return { unit: 'commands/s', ...figures, note };
    } finally {
      for (const each of [...running]) await stop(each);
      remove();
    }
  },
};

/** More processes of one service. */
export const scale: readonly Bench[] = [out];
