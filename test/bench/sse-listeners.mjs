/**
 * Many listeners in a process of their own: `node sse-listeners.mjs '{"url", "tokens", "each"}'` opens `each` streams a
 * token, prints `listening`, and of every event that all of them have heard its position and when each heard it.
 */
import { get } from 'node:http';

const { url, tokens, each } = JSON.parse(process.argv[2]);
const all = tokens.length * each;
const now = () => performance.timeOrigin + performance.now();
/** When each listener heard of a position. */
const heard = new Map();
let live = 0;

const take = (event, position) => {
  if (event === 'live' && ++live === all) console.log('listening');
  if (event !== 'appended') return;
  const times = heard.get(position) ?? [];
  heard.set(position, times);
  if (times.push(now()) === all) console.log(JSON.stringify({ position, times }));
};

const listen = (token) =>
  get(url, { agent: false, headers: { authorization: `Bearer ${token}`, accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`a stream was answered ${answer.statusCode}`);
    let text = '';
    answer.setEncoding('utf8').on('data', (chunk) => {
      const blocks = (text + chunk).split('\n\n');
      text = blocks.pop();
      for (const block of blocks) take(/^event: (.*)$/m.exec(block)?.[1], /"position":"(\d+)"/.exec(block)?.[1]);
    });
  });

for (const token of tokens) for (let i = 0; i < each; i++) listen(token);
