/**
 * Fifty clients, each of its own address, until they are killed: `node hostile-clients.mjs '{"url", "token"}'`. Some send bodies
 * that are too large, some sign in with wrong passwords, some open streams and read nothing of them.
 */
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

const { url, token } = JSON.parse(process.argv[2]);
const large = Buffer.alloc(2 ** 20, '{"text":"');
const json = { 'content-type': 'application/json' };
const bearer = { authorization: `Bearer ${token}` };
const holdMs = 1000;

const open = (path, { body, headers, ...options }) => {
  const sent = request(`${url}/api/v1${path}`, { method: body ? 'POST' : 'GET', headers, ...options });
  sent.end(body);
  return sent;
};

const answered = async (sent) => {
  const [answer] = await once(sent, 'response');
  await once(answer.resume(), 'close');
};

const tooLarge = (options) =>
  answered(open('/incidents', { ...options, headers: { ...json, ...bearer }, body: large }));

const wrongPassword = (options) => {
  const body = JSON.stringify({ username: 'demo-commander', password: `guess-${Math.random()}` });
  return answered(open('/session', { ...options, headers: json, body }));
};

const unread = async (options) => {
  const sent = open('/live', { ...options, headers: { ...bearer, accept: 'text/event-stream' } });
  const [answer] = await once(sent, 'response');
  answer.pause();
  await delay(holdMs);
  sent.destroy();
};

const ways = [tooLarge, wrongPassword, unread];

const client = async (i) => {
  const options = { agent: new Agent({ keepAlive: true }), localAddress: `127.0.0.${2 + i}` };
  // A server may hang up on such a client.
  for (;;) await ways[i % ways.length](options).catch(() => {});
};

console.log('ready');
await Promise.all(Array.from({ length: 50 }, (_, i) => client(i)));
