import { signIn } from '../support/api.ts';
import { apart } from './apart.ts';
import { type Bench, interleave } from './bench.ts';
import { load } from './processes.ts';
import type { Program } from './programs.ts';
import { json, posts, reports } from './reporting.ts';

const rounds = 3;
/** Before each round: a process is slower in its first moments, which are not what more of them are for. */
const warmUpSeconds = 2;
const seconds = 6;
const burnMs = 2;

const out: Bench = {
  name: 'scale.out',
  async run() {
    const services = await apart();
    try {
      const slowGrid = (): Promise<Program> =>
        services.start('test/bench/slow-grid.ts', { PANSHI_BENCH_BURN_MS: String(burnMs) });
      await services.start('services/organization/dist/main.js');
      await slowGrid();
      const { told: url } = await services.start('services/gateway/dist/main.js');
      const reporter = await signIn(url, 'demo-street');
      const requests = posts('/api/v1/incidents', json(reporter), await reports(reporter));
      const report = async (): Promise<number> => {
        await load({ url, requests, seconds: warmUpSeconds });
        return load({ url, requests, seconds });
      };
      const figures = await interleave(
        rounds,
        async () => {
          const second = await slowGrid();
          const rate = await report();
          await services.stop(second);
          return rate;
        },
        report,
      );
      const note = `incidents reported, ${burnMs} ms of CPU a decision, 2 processes of the grid service ÷ 1; no case service`;
      return { unit: 'commands/s', ...figures, note };
    } finally {
      await services.remove();
    }
  },
};

/** More processes of one service. */
export const scale: readonly Bench[] = [out];
