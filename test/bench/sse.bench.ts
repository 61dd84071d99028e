import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { startServer, stopServer } from '../support/server.ts';
import { tokensLike } from '../support/token.ts';
import { type Bench, median } from './bench.ts';
import { program } from './programs.ts';
import { reports } from './reporting.ts';

const accounts = 50;
const streamsOfEach = 20;
const events = 30;
const mostMs = 250;

const now = (): number => performance.timeOrigin + performance.now();

/** How long each listener waited for each event, in milliseconds from before it was reported. */
const delays = async (
  url: string,
  tokens: readonly string[],
  report: (n: number) => Promise<string>,
): Promise<readonly number[]> => {
  const what = JSON.stringify({ url, tokens, each: streamsOfEach });
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'sse-listeners.mjs'), what], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    const next = async (): Promise<string> => {
      const { value, done } = await lines.next();
      if (done) throw new Error('the listeners ended');
      return value as string;
    };
    await next();
    const all: number[] = [];
    for (let n = 0; n < events; n += 1) {
      const since = now();
      const position = await report(n);
      for (;;) {
        // What a report causes is heard too.
        const told = JSON.parse(await next()) as { position: string; times: readonly number[] };
        if (told.position !== position) continue;
        all.push(...told.times.map((time) => time - since));
        break;
      }
    }
    return all;
  } finally {
    child.kill();
  }
};

const p99 = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;

const ours = async (): Promise<readonly number[]> => {
  const { data, remove } = await demoData();
  const server = await startServer({ data, environment: { PANSHI_REQUESTS_PER_MINUTE: '10000000' } });
  try {
    const reporter = await signIn(server.url, 'demo-street');
    const names = Array.from({ length: accounts }, (_, i) => `listener-${i}`);
    const tokens = await tokensLike(reporter.token!, { url: server.url, data, security: 'demo-security' }, names);
    const bodies = await reports(reporter);
    return await delays(`${server.url}/api/v1/live`, tokens, async (n) => {
      return (await reporter.command('/incidents', bodies[n % bodies.length]!)).position;
    });
  } finally {
    await stopServer(server);
    remove();
  }
};

const bare = async (): Promise<readonly number[]> => {
  const server = await program(
    process.execPath,
    [join(import.meta.dirname, 'bare-nest-sse.mjs')],
    /ready on (http:\S+)/,
  );
  try {
    const tokens = Array.from({ length: accounts }, () => 'nobody');
    return await delays(`${server.told}/live`, tokens, async () => {
      const answer = await fetch(server.told, { method: 'POST' });
      return ((await answer.json()) as { position: string }).position;
    });
  } finally {
    await server.stop();
  }
};

/** Live streams. */
export const sse: readonly Bench[] = [
  {
    name: 'sse.fanout',
    run: async () => {
      const [value, baseline] = [await ours(), await bare()];
      const listeners = accounts * streamsOfEach;
      const [ms, base] = [p99(value), p99(baseline)].map((each) => Number(each.toFixed(1))) as [number, number];
      const note = `p99 from before an incident is reported to its event at ${listeners} listeners (median ${Math.round(median(value))} ms); at most ${mostMs}; ratio is bare Nest ÷ ours`;
      return { unit: 'ms', value: ms, baseline: base, ratio: base / ms, note };
    },
  },
];
