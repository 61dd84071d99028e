import { join } from 'node:path';
import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import {
  allQueries,
  commandOptions,
  type CommandType,
  fieldsOf,
  type FieldsType,
  queryOptions,
  readMessage,
  routedCommands,
} from '@panshi/contracts';
import { openKeys } from '@panshi/privacy';
import { asText, type Attack, attacksOn, bytesWith, here, nameOf, parsedOf, saidBy } from '../hostile/attacks.ts';
import { bodyOf, isShaped, type Known, replaced, valueAt } from '../hostile/bodies.ts';
import { Measuring } from '../hostile/measuring.ts';
import { isRecorded, keysIn, opened } from '../hostile/recorded.ts';
import { answerTo, type Answered, type Sent, workThrough, wrongIn } from '../hostile/requests.ts';
import { hostileValues, type HostileValue, type Misplaced, misplaced, telling } from '../hostile/values.ts';
import { large } from '../hostile/values/bytes.ts';
import { holders, knownFor, worldOf } from '../hostile/world.ts';
import type { Api, Receipt } from '../support/api.ts';
import { logOf } from '../support/log.ts';
import { randomFrom } from '../support/random.ts';
import { servedDemo } from '../support/served.ts';
import { until } from '../support/until.ts';

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

const someOf = <T>(all: readonly T[]): readonly T[] => all.filter(() => random() < share);

const panshi = servedDemo();
const wrong: string[] = [];
const measuring = new Measuring(
  () => panshi.pid(),
  (what) => wrong.push(what),
);
const send = (sent: Sent): Promise<Answered> => (isWhole && !onProcesses ? measuring.answerTo(sent) : answerTo(sent));
/** What was taken of a field, and the answer to that. */
interface Taken extends Receipt {
  readonly attack: Attack;
  readonly value: unknown;
}
const taken: Taken[] = [];
/** By the name of a query's condition: whether any answer to it was other than without it. */
const conditions = new Map<string, boolean>();
let world: Known;
let holder: Awaited<ReturnType<typeof holders>>;

const bearing = ({ token }: Api) => ({ authorization: `Bearer ${token}` });

const note = (what: string, answer: Answered): void => {
  const found = wrongIn(answer);
  if (found) wrong.push(`${what}: ${found}`);
};

const command = async ({ type, path, value: given }: Attack<HostileValue | Misplaced>): Promise<void> => {
  const { route, permission } = commandOptions(type as CommandType);
  const [method = '', pattern = ''] = route!.split(' ');
  const right = bodyOf(type, knownFor(type, world, true), path);
  const value =
    'of' in given ? { name: given.name, json: JSON.stringify(given.of(valueAt(right, path))) ?? '' } : given;
  const attack = { type, path, value };
  const body = replaced(right, path, here) as Record<string, unknown>;
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
  note(nameOf(attack), answer);
  if (answer.status >= 300 || answer.status === 0) return;
  const said = inPath.has(path[0] ?? '') ? saidBy(asText(value)) : parsedOf(value);
  taken.push({ attack, value: said, ...(JSON.parse(answer.body) as Receipt) });
};

/** Conditions that leave out nothing here: what was reported lies at one spot and is new, and nothing may be proposed. */
const leavingOutNothing = new Set([
  'NearbyIncidents.radius',
  'NearbyIncidents.days',
  'ListProposals.limit',
  'ListProposals.awaitingMe',
]);

/** What a query needs. Of one street: a search through all of the district is not what is tried here. */
const askedFor = (type: FieldsType): Known => {
  const needed = Object.entries(world).filter(([name]) => fieldsOf(type).get(name)?.optional === false);
  return { ...Object.fromEntries(needed), territory: '320113001' };
};

const question = async (attack: Attack): Promise<void> => {
  const { type, path, value } = attack;
  const [name = ''] = path;
  const { route, permission } = queryOptions(type);
  const pattern = route.replace('GET ', '');
  const right = bodyOf(type, askedFor(type));
  const answerOf = async (asked: Record<string, unknown>): Promise<Answered> => {
    const text = (each: unknown): string => (each === here ? asText(value) : encodeURIComponent(String(each)));
    const address = pattern.replaceAll(/:(\w+)/g, (_, part: string) => text(Reflect.get(asked, part)));
    const query = Object.entries(asked)
      .filter(([each]) => !pattern.includes(`:${each}`))
      .map(([each, said]) => `${each}=${text(said)}`);
    const url = `${panshi.url()}/api/v1${address}?${query.join('&')}`;
    const ask = (): Promise<Answered> => send({ method: 'GET', url, headers: bearing(holder(permission)) });
    return until(ask, ({ later }) => !later);
  };
  const answer = await answerOf({ ...right, [name]: here });
  note(nameOf(attack), answer);
  if (answer.status !== 200) return;
  const said = saidBy(asText(value));
  if ('refused' in readMessage(type, { ...right, [name]: said }))
    wrong.push(`${nameOf(attack)}: answered all the same`);
  const condition = `${type.name}.${name}`;
  if (pattern.includes(`:${name}`) || conditions.get(condition)) return;
  const { [name]: _, ...without } = right;
  const { status, body } = await answerOf(without);
  const isHeard = status !== 200 || body !== answer.body;
  conditions.set(condition, isHeard || conditions.get(condition) === true);
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
    await workThrough(someOf(attacksOn(routedCommands(), hostileValues)), command);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a command, where it is right but for its shape', async () => {
    const attacks = attacksOn(routedCommands(), misplaced);
    await workThrough(onProcesses ? someOf(attacks) : attacks, command);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a command, where it is large', async () => {
    await workThrough(someOf(attacksOn(routedCommands(), large)), command);
    expect(wrong.splice(0)).toEqual([]);
  });

  it('of a query', async () => {
    await workThrough(someOf(attacksOn(allQueries(), [...hostileValues, ...large])), question);
    expect(wrong.splice(0)).toEqual([]);
  });

  // A twentieth of the values may leave out nothing.
  (onProcesses ? it.skip : it)('of a query, of which no condition is passed over', async () => {
    await workThrough(attacksOn(allQueries(), telling), question);
    expect(wrong.splice(0)).toEqual([]);
    const passedOver = [...conditions].filter(([name, isHeard]) => !isHeard && !leavingOutNothing.has(name));
    expect(passedOver).toEqual([]);
  });

  it('of a sign-in, or in its place', async () => {
    const attempts = ['username', 'password', ''].flatMap((name) =>
      someOf([...hostileValues, ...large]).map((value) => ({ name, value })),
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
      .map((value) => ({ name: value.name, text: String(parsedOf(value) ?? value.json) }))
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
    const attempts = someOf(names.flatMap((name) => printable.map((value) => ({ name, value }))));
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
    // Of nothing, in a list, an empty list is left; null is as if it were absent.
    const sent = taken.filter(({ attack: { value } }) => value.json !== '' && value.json !== 'null');
    for (const { attack, value, commandId, events: recorded, stream } of sent) {
      const { type, path } = attack;
      const data = await Promise.all((events.get(commandId) ?? []).map((event) => opened(event, keys.keys)));
      const held = [...data, keysIn(stream)];
      // What is handed over is worked out: each grid that is open is recorded with who has it.
      const isComparable = recorded > 0 && path[0] !== 'openItems';
      if (!isShaped(type, path, value) || (isComparable && !isRecorded(value, path, held)))
        altered.push(nameOf(attack));
    }
    await keys.close();
    expect(altered).toEqual([]);
    expect(taken.length).toBeGreaterThan(200 * share);
  });
});
