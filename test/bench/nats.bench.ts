import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { natsServer } from '../components/nats-binary.ts';
import { signIn } from '../support/api.ts';
import { demoData } from '../support/demo-data.ts';
import { startUp } from '../support/up.ts';
import { type Bench, interleave } from './bench.ts';
import { load } from './processes.ts';
import { json, reports, settled } from './reporting.ts';

const rounds = 3;
const seconds = 6;

const program = (command: string, args: readonly string[], ready: RegExp): Promise<[ChildProcess, string]> => {
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  process.once('exit', () => child.kill());
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${command} ended (${code})`)));
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        const told = ready.exec(line)?.[1];
        if (told !== undefined) resolve([child, told]);
      });
  });
};

/** A bare Nest POST that asks a bare Nest echo over a broker of their own; gives its address. */
const bareOverNats = async (): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> => {
  const nats = natsServer();
  if ('missing' in nats) throw new Error(nats.missing);
  const broker = program(nats.path, ['-a', '127.0.0.1', '-p', '-1'], /Listening for client connections on .*:(\d+)$/);
  const [first, port] = await broker;
  const bare = (role: string) =>
    program(
      process.execPath,
      [join(import.meta.dirname, 'bare-nest-nats.mjs'), `nats://127.0.0.1:${port}`, role],
      /ready on (\S+)/,
    );
  const [second] = await bare('echo');
  const [third, url] = await bare('http');
  const stop = async (): Promise<void> => {
    for (const child of [third, second, first]) {
      child.removeAllListeners('exit');
      child.kill();
      await once(child, 'exit');
    }
  };
  return { url, stop };
};

const command: Bench = {
  name: 'command.nats',
  async run() {
    process.env.PANSHI_REQUESTS_PER_MINUTE = '10000000';
    const { data, remove } = await demoData();
    const up = await startUp(data);
    const bare = await bareOverNats();
    try {
      const reporter = await signIn(up.url, 'demo-street');
      const reported = await reports(reporter);
      const post = (path: string, headers: object) =>
        reported.map((body) => ({ method: 'POST', path, headers, body: JSON.stringify(body) }));
      const measured = await interleave(
        rounds,
        async () => {
          const rate = await load({ url: up.url, requests: post('/api/v1/incidents', json(reporter)), seconds });
          await settled(reporter, reported[0]!);
          return rate;
        },
        () => load({ url: bare.url, requests: post('/', json()), seconds }),
      );
      const note = 'gateway → NATS → grid service → durable, 50 connections, vs bare Nest + NATS echo';
      return { unit: 'commands/s', ...measured, note };
    } finally {
      await bare.stop();
      await up.stop();
      remove();
    }
  },
};

export const nats: readonly Bench[] = [command];
