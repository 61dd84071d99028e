import { Agent, request } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

interface Honest {
  readonly url: string;
  readonly tokens: readonly string[];
  readonly bodies: readonly object[];
  readonly perSecond: number;
  readonly seconds: number;
}

/** Sends reports at a steady rate, each account in its turn. @returns p99 of their answers in milliseconds @throws {Error} where one was not taken */
export const honestReports = async ({ url, tokens, bodies, perSecond, seconds }: Honest): Promise<number> => {
  const agent = new Agent({ keepAlive: true });
  const started = performance.now();
  const answers: Promise<number>[] = [];
  for (let n = 0; n < perSecond * seconds; n += 1) {
    const wait = started + (n * 1000) / perSecond - performance.now();
    if (wait > 0) await delay(wait);
    const report = { token: tokens[n % tokens.length]!, body: JSON.stringify(bodies[n % bodies.length]) };
    answers.push(timed(url, agent, report));
  }
  const times = (await Promise.all(answers)).toSorted((a, b) => a - b);
  agent.destroy();
  return Number(times[Math.floor(times.length * 0.99)]!.toFixed(1));
};

/** On Linux every address that begins with 127 is this machine. */
const localAddress = process.platform === 'linux' ? '127.0.1.1' : undefined;

const timed = (url: string, agent: Agent, { token, body }: { token: string; body: string }): Promise<number> =>
  new Promise((resolve, reject) => {
    const since = performance.now();
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const sent = request(`${url}/api/v1/incidents`, { method: 'POST', agent, localAddress, headers }, (answer) => {
      answer.resume().on('end', () => {
        if (answer.statusCode === 201) resolve(performance.now() - since);
        else reject(new Error(`an honest report was answered ${answer.statusCode}`));
      });
    });
    sent.on('error', reject).end(body);
  });
