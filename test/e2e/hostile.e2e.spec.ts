import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  allQueries,
  commandOptions,
  type CommandType,
  type FieldsType,
  queryOptions,
  routedCommands,
} from '@panshi/contracts';
import { openKeys } from '@panshi/privacy';
import { bodyOf, type Known, type Path, pathsOf, replaced } from '../hostile/bodies.ts';
import { Measuring } from '../hostile/measuring.ts';
import { isRecorded, opened } from '../hostile/recorded.ts';
import { answerTo, type Answered, type Sent, workThrough, wrongIn } from '../hostile/requests.ts';
import { hostileValues, type HostileValue, large } from '../hostile/values.ts';
import { holders, knownFor, worldOf } from '../hostile/world.ts';
import type { Api } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

/** One field of one message, with one value. */
interface Attack {
  readonly type: FieldsType;
  readonly path: Path;
  readonly value: HostileValue;
}

/**
 * `PANSHI_HOSTILE=all` tries everything on either topology, and where the server is one process measures what each request
 * costs it; unset, one process is tried with a half, many with a twentieth.
 */
const onProcesses = process.env.PANSHI_TOPOLOGY === 'processes';
const isWhole = process.env.PANSHI_HOSTILE === 'all';
const usualShare = onProcesses ? 1 / 20 : 1 / 2;
const share = isWhole ? 1 : usualShare;
jest.setTimeout(isWhole ? 3_600_000 : 300_000);
const random = randomFrom(20);

const attacksOn = (types: readonly FieldsType[], values: readonly HostileValue[]): readonly Attack[] =>
  types
    .flatMap((type) => pathsOf(type).flatMap((path) => values.map((value) => ({ type, path, value }))))
    .filter(() => random() < share);

const panshi = servedDemo();
const wrong: string[] = [];
const measuring = new Measuring(
  () => panshi.pid(),
  (what) => wrong.push(what),
);
const send = (sent: Sent): Promise<Answered> => (isWhole && !onProcesses ? measuring.answerTo(sent) : answerTo(sent));
const taken: { readonly attack: Attack; readonly commandId: string; readonly events: number }[] = [];
let world: Known;
let holder: Awaited<ReturnType<typeof holders>>;

const named = ({ type, path, value }: Attack): string => `${type.name}.${path.join('.')} ${value.name}`;
const asText = ({ json }: HostileValue): string => {
  if (typeof json !== 'string') return [...json.subarray(1, -1)].map((byte) => `%${byte.toString(16)}`).join('');
  const parsed = parsedOf(json);
  return encodeURIComponent((typeof parsed === 'string' ? parsed.toWellFormed() : json).slice(0, 1500));
};
const parsedOf = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
};

/** Stands in a body where the value is put in as bytes. */
const here = '@@here@@';
const bytesWith = (body: unknown, { json }: HostileValue): Buffer => {
  const [before = '', after = ''] = JSON.stringify(body).split(`"${here}"`);
  return Buffer.concat([Buffer.from(before), Buffer.from(json as string), Buffer.from(after)]);
};

const bearing = ({ token }: Api) => ({ authorization: `Bearer ${token}` });

const note = (what: string, answer: Answered): void => {
  const found = wrongIn(answer);
  if (found) wrong.push(`${what}: ${found}`);
};

const command = async (attack: Attack): Promise<void> => {
  const { type, path, value } = attack;
  const { route, permission } = commandOptions(type as CommandType);
  const [method = '', pattern = ''] = route!.split(' ');
  const body = replaced(bodyOf(type, knownFor(type, world, true), path), path, here) as Record<string, unknown>;
  const inPath = new Set([...pattern.matchAll(/:(\w+)/g)].map(([, name]) => name!));
  const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) =>
    body[name] === here ? asText(value) : encodeURIComponent(String(body[name])),
  );
  const fields = Object.fromEntries(Object.entries(body).filter(([name]) => !inPath.has(name)));
  const answer = await send({
    method,
    url: `${panshi.url()}/api/v1${address}`,
    headers: bearing(holder(permission)),
    body: bytesWith(fields, value),
  });
  note(named(attack), answer);
  if (answer.status >= 300 || answer.status === 0 || inPath.has(path[0] ?? '')) return;
  taken.push({ attack, ...(JSON.parse(answer.body) as { commandId: string; events: number }) });
};

const question = async (attack: Attack): Promise<void> => {
  const { type, path, value } = attack;
  const { route, permission } = queryOptions(type);
  // Of one street: a search through all of the district is not what is tried here.
  const asked = { ...bodyOf(type, { ...world, territory: '320113001' }), [path[0] ?? '']: here };
  const text = (each: unknown): string => (each === here ? asText(value) : encodeURIComponent(String(each)));
  const pattern = route.replace('GET ', '');
  const address = pattern.replaceAll(/:(\w+)/g, (_, name: string) => text(Reflect.get(asked, name)));
  const query = Object.entries(asked)
    .filter(([name]) => !pattern.includes(`:${name}`))
    .map(([name, each]) => `${name}=${text(each)}`);
  const url = `${panshi.url()}/api/v1${address}?${query.join('&')}`;
  const ask = (): Promise<Answered> => send({ method: 'GET', url, headers: bearing(holder(permission)) });
  note(named(attack), await until(ask, ({ later }) => !later));
};

beforeAll(async () => {
  world = await worldOf(panshi);
  holder = await holders(panshi);
});

describe('whatever stands in a field, the answer is no fault of ours:', () => {
  it('the catalogue has at least 150 values', () => {
    expect(new Set(hostileValues.map(({ json }) => String(json))).size).toBeGreaterThanOrEqual(150);
  });

  it('of a command', async () => {
    await workThrough(attacksOn(routedCommands(), hostileValues), command);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a command, where it is large', async () => {
    await workThrough(attacksOn(routedCommands(), large), command);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a query', async () => {
    await workThrough(attacksOn(allQueries(), [...hostileValues, ...large]), question);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a sign-in, or in its place', async () => {
    const attempts = ['username', 'password', ''].flatMap((name) =>
      [...hostileValues, ...large].filter(() => random() < share).map((value) => ({ name, value })),
    );
    // Few sign-ins are taken from one address; Linux has many of its own.
    const addresses = process.platform === 'linux' ? 250 : 1;
    await workThrough([...attempts.entries()], async ([i, { name, value }]) => {
      const body = { username: 'demo-case', password: 'x', [name]: here };
      const url = `${panshi.url()}/api/v1/session`;
      const bytes = name === '' ? Buffer.from(value.json as string) : bytesWith(body, value);
      const answer = await send({ method: 'POST', url, body: bytes, from: `127.0.0.${1 + (i % addresses)}` });
      note(`SignIn.${name} ${value.name}`, answer);
      expect(answer.status).not.toBe(200);
    });
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a header, or of what every query takes', async () => {
    const printable = hostileValues
      .map((value) => ({ name: value.name, text: String(parsedOf(String(value.json)) ?? value.json) }))
      .filter(({ text }) => /^[\t\x20-\x7e\x80-\xff]*$/.test(text));
    const names = [
      'Idempotency-Key',
      'If-Match',
      'Accept-Language',
      'X-Correlation-Id',
      'traceparent',
      'Authorization',
    ];
    const reader = holder('case.read');
    const attempts = names
      .flatMap((name) => printable.map((value) => ({ name, value })))
      .filter(() => random() < share);
    await workThrough(attempts, async ({ name, value }) => {
      const url = `${panshi.url()}/api/v1/cases/${String(world.caseId)}/supervision`;
      const headers = { ...bearing(holder('case.supervise')), [name.toLowerCase()]: value.text };
      const body = Buffer.from('{"instruction":""}');
      note(`${name} ${value.name}`, await send({ method: 'POST', url, headers, body }));
    });
    await workThrough(hostileValues, async (value) => {
      for (const name of ['after', 'asOf']) {
        const url = `${panshi.url()}/api/v1/cases/${String(world.caseId)}?${name}=${asText(value)}`;
        const ask = (): Promise<Answered> => send({ method: 'GET', url, headers: bearing(reader) });
        note(`${name} ${value.name}`, await until(ask, ({ later }) => !later));
      }
    });
    expect(wrong.splice(0)).toEqual([]);
  });
});

describe('what was taken', () => {
  it('stands in the log as it was sent, or in its normal form', async () => {
    await panshi.stop();
    const keys = await openKeys({ path: join(panshi.data(), 'keys.db') });
    const events = Map.groupBy(await logOf(panshi.data()), ({ commandId }) => commandId);
    const altered: string[] = [];
    // Of nothing, in a list, an empty list is left.
    const sent = taken.filter(({ attack }) => attack.value.json !== '');
    for (const { attack, commandId, events: recorded } of sent) {
      const data = await Promise.all((events.get(commandId) ?? []).map((event) => opened(event, keys.keys)));
      if (recorded > 0 && !isRecorded(parsedOf(String(attack.value.json)), data)) altered.push(named(attack));
    }
    await keys.close();
    expect(altered).toEqual([]);
    expect(taken.length).toBeGreaterThan(200 * share);
  });
});
