// Reads live streams as a browser does: one that is cut off comes back for what it missed.
// A first line of standard input says where: {"url", "tokens", "after"}, a stream for each token; `opened` answers that
// all are open. A second says how far: a position. The answer is a list, of each what it was told and its cuts.
import { once } from 'node:events';
import { get } from 'node:http';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const next = async () => (await lines.next()).value;
const { url, tokens, after } = JSON.parse(await next());

const opened = async (token, lastEventId) => {
  const headers = { authorization: `Bearer ${token}`, 'last-event-id': lastEventId };
  const [answer] = await once(get(`${url}/api/v1/live`, { agent: false, headers }), 'response');
  if (answer.statusCode !== 200) throw new Error(`live was answered ${answer.statusCode}`);
  return answer;
};

/** What a frame tells: one event, or nothing. */
const parsed = (frame) => {
  if (!/^event: appended$/m.test(frame)) return [];
  const { stream } = JSON.parse(/^data: (.*)$/m.exec(frame)[1]);
  return [{ id: /^id: (.*)$/m.exec(frame)[1], stream }];
};

const follow = (reader, answer) => {
  let rest = '';
  answer.setEncoding('utf8').on('data', (chunk) => {
    const frames = (rest + chunk).split('\n\n');
    rest = frames.pop();
    reader.told.push(...frames.flatMap(parsed));
  });
  answer.on('error', () => undefined);
  answer.once('close', async () => {
    reader.cuts += 1;
    follow(reader, await opened(reader.token, lastOf(reader)));
  });
};

const lastOf = ({ told }) => told.at(-1)?.id ?? after;
const readers = tokens.map((token) => ({ token, told: [], cuts: 0 }));
await Promise.all(readers.map(async (reader) => follow(reader, await opened(reader.token, after))));
console.log('opened');
const end = await next();
while (!readers.every((reader) => lastOf(reader) >= end)) await new Promise((resolve) => setTimeout(resolve, 25));
const answers = readers.map(({ told, cuts }) => ({ told: told.filter(({ id }) => id <= end), cuts }));
process.stdout.write(`${JSON.stringify(answers)}\n`, () => process.exit());
