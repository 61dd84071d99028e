import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { type Api, signIn } from '../support/api.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';
import { type Bench, median } from './bench.ts';
import { grownData } from './grown-data.ts';

const [small, large] = [1, 10];
const tries = 15;
const lines = 200;
const unlimited = { PANSHI_REQUESTS_PER_MINUTE: '10000000' };
const street = '320113001';
const grid = '320113001001001';

const served = async (scale: number): Promise<Server> =>
  startServer({ data: await grownData(scale), environment: unlimited });

/** How long a page takes, and how many bytes it has. */
const timed = async (reader: Api, path: string): Promise<{ readonly ms: number; readonly bytes: number }> => {
  const start = performance.now();
  const page = JSON.stringify(await reader.ask(path));
  return { ms: performance.now() - start, bytes: page.length };
};

/** History of a log up to when so many lines of it had happened, so that both logs have as much to show. */
const historyUntil = async (url: string, { token }: Api, asked: string): Promise<string> => {
  const path = `/history?${asked}`;
  const { body } = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  const shown = Readable.fromWeb(body!);
  let last = '';
  let read = 0;
  for await (const line of createInterface({ input: shown })) {
    last = line;
    if (++read === lines) break;
  }
  // The rest of a long log is no part of this.
  shown.destroy();
  const { time } = JSON.parse(last) as { time: string };
  return `${path}&to=${encodeURIComponent(time)}`;
};

type PathOf = (url: string, reader: Api) => string | Promise<string>;

interface Page {
  readonly name: string;
  readonly account: string;
  readonly path: PathOf;
}

const listed = (name: string, path: string): Page => ({ name, account: 'demo-case', path: () => path });

const recalled = (name: string, path: PathOf): Page => ({
  name,
  account: 'demo-auditor',
  path,
});

/** The middle of the two years. */
const middle = (): string => new Date(Date.now() - 365 * 86_400_000).toISOString().slice(0, 10);

const pages: readonly Page[] = [
  listed('cases', '/cases?facets=true'),
  listed('cases.street', `/cases?facets=true&territory=${street}`),
  listed('cases.ended', '/cases?facets=true&open=false'),
  listed('incidents', '/incidents?facets=true'),
  listed('rates', `/case-rates?from=${middle().slice(0, 7)}&by=street`),
  recalled('history.type', () => '/history?type=WartimeActivated'),
  recalled('history.day', (url, reader) => historyUntil(url, reader, `from=${middle()}`)),
  recalled('history.territory', (url, reader) => historyUntil(url, reader, `territory=${grid}&from=${middle()}`)),
];

const bench = ({ name, account, path }: Page): Bench => ({
  name: `grown.${name}`,
  async run() {
    const servers = [await served(large), await served(small)];
    try {
      const readers = await Promise.all(servers.map(({ url }) => signIn(url, account)));
      const paths = await Promise.all(readers.map((reader, side) => path(servers[side]!.url, reader)));
      const taken = readers.map((): { ms: number; bytes: number }[] => []);
      for (let i = 0; i <= tries; i++)
        for (const [side, reader] of readers.entries()) {
          const once = await timed(reader, paths[side]!);
          if (i > 0) taken[side]!.push(once);
        }
      const [value, baseline] = taken.map((side) => median(side.map(({ ms }) => ms))) as [number, number];
      const sizes = taken.map((side) => side[0]!.bytes).join(' and ');
      const note = `at scale ${large} ÷ at scale ${small}, ${sizes} bytes; less is better`;
      const rounded = (ms: number): number => Math.round(ms * 10) / 10;
      return { unit: 'ms', value: rounded(value), baseline: rounded(baseline), ratio: value / baseline, note };
    } finally {
      await Promise.all(servers.map((server) => stopServer(server)));
    }
  },
});

/** Pages of a district whose log is ten times as long, where the answer is as long. */
export const grown: readonly Bench[] = pages.map(bench);
