import { readFileSync } from 'node:fs';
import { signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { startServer, stopServer } from '../support/server.ts';
import type { Bench } from './bench.ts';

const limits = { megabytes: 350, seconds: 4 };

/** Resident memory of a process, megabytes; Linux tells it in /proc. */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The second start on seeded data, and the memory of the server after it has answered some pages. */
const second = async (): Promise<{ seconds: number; megabytes: number }> => {
  const { data, remove } = await demoData();
  const started = performance.now();
  const server = await startServer({ data });
  const seconds = (performance.now() - started) / 1000;
  const reader = await signIn(server.url, 'demo-street');
  for (let i = 0; i < 50; i++) await reader.get('/cases?limit=50');
  const megabytes = residentMegabytes(server.process.pid as number);
  await stopServer(server);
  remove();
  return { seconds, megabytes };
};

export const footprint: readonly Bench[] = [
  {
    name: 'footprint.memory',
    run: async () => {
      const { megabytes } = await second();
      const note = 'resident memory of the server with the district seeded; ratio is the limit ÷ ours';
      return {
        unit: 'MB',
        value: Math.round(megabytes),
        baseline: limits.megabytes,
        ratio: limits.megabytes / megabytes,
        note,
      };
    },
  },
  {
    name: 'footprint.start',
    run: async () => {
      const { seconds } = await second();
      const note = 'second start to ready; ratio is the limit ÷ ours';
      return {
        unit: 's',
        value: Number(seconds.toFixed(2)),
        baseline: limits.seconds,
        ratio: limits.seconds / seconds,
        note,
      };
    },
  },
];
