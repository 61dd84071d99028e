/**
 * Reads live streams as a client does: one that is cut off comes back for what it missed. A first line of standard input
 * says where: {"url", "tokens", "after"}, a stream for each token; `opened` answers that all are open. A second says how
 * far: a position. The answer is a list, of each what it was told until there and its cuts.
 */
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { follow, type Following, type Heard } from '../support/live.ts';

interface Reader {
  readonly token: string;
  readonly told: { readonly id: string; readonly stream: unknown }[];
  cuts: number;
}

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async (): Promise<string> => (await lines.next()).value as string;
const { url, tokens, after } = JSON.parse(await next()) as { url: string; tokens: string[]; after: string };

const lastOf = ({ told }: Reader): string => told.at(-1)?.id ?? after;
const opened = (reader: Reader): Promise<Following> => follow(url, reader.token, lastOf(reader));

/** The next event; undefined where the stream was cut off. */
const heardOn = (stream: Following): Promise<Heard | undefined> => stream.next('appended').catch(() => undefined);

const read = async (reader: Reader, first: Following): Promise<void> => {
  for (let stream = first; ;) {
    const heard = await heardOn(stream);
    if (heard) reader.told.push({ id: heard.id, stream: heard.data['stream'] });
    else {
      reader.cuts += 1;
      stream = await opened(reader);
    }
  }
};

const readers = tokens.map((token): Reader => ({ token, told: [], cuts: 0 }));
for (const [i, stream] of (await Promise.all(readers.map(opened))).entries()) void read(readers[i]!, stream);
console.log('opened');
const end = await next();
while (!readers.every((reader) => lastOf(reader) >= end)) await delay(25);
const answers = readers.map(({ told, cuts }) => ({ told: told.filter(({ id }) => id <= end), cuts }));
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit());
