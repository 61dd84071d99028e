import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Answered, send } from '../fuzz/client.ts';
import { faultIn, faultInBroken, faultInMethod, faultInValid } from '../fuzz/checks.ts';
import { type ApiDocument, documentOf, type Operation } from '../fuzz/document.ts';
import { Offices } from '../fuzz/offices.ts';
import { brokenFrom, type Draft, validDrafts } from '../fuzz/requests.ts';
import { Known, Values } from '../fuzz/values.ts';
import { type Data, demoData } from '../support/demo-data.ts';
import { propertySeed } from '../support/property-seed.ts';
import { randomFrom } from '../support/random.ts';
import { type Server, startServer, stopServer } from '../support/server.ts';

/** Requests of each kind that are made of an operation. */
const rounds = 6;
const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

const seed = propertySeed();
const random = randomFrom(seed);
/** Accounts that are tried with are not closed. */
const known = new Known((value) => typeof value === 'string' && value.startsWith('demo-'));
let data: Data;
let server: Server;
let document: ApiDocument;
let values: Values;
let operations: readonly Operation[];
let offices: Offices;
/** The last valid request of each operation. */
const made = new Map<Operation, Draft>();
/** Statuses that valid requests were answered with, by operation. */
const answered = new Map<string, number[]>();

/** Lists tell what there is. */
const orderOf = ({ method, path }: Operation): number => (method !== 'GET' ? 2 : path.includes('{') ? 1 : 0);

beforeAll(async () => {
  data = await demoData();
  server = await startServer({ data: data.data, environment: { PANSHI_REQUESTS_PER_MINUTE: '1000000' } });
  document = await documentOf(server.url);
  values = new Values(document, known);
  operations = document.operations.toSorted((a, b) => orderOf(a) - orderOf(b));
  known.add('password', 'demo-panshi');
  offices = await Offices.signIn(server.url);
}, 600_000);

afterAll(async () => {
  if (server) await stopServer(server);
  data?.remove();
});

const learn = ({ status, headers, text }: Answered): void => {
  if (status >= 300 || headers.get('content-type')?.startsWith('application/json') !== true) return;
  known.learn(JSON.parse(text));
};

const told = ({ operation, given, body, wrong }: Draft, fault: string): string =>
  `${operation.operationId}${wrong ? ` with ${wrong}` : ''}: ${fault} to ${JSON.stringify({ given, body }).slice(0, 300)}`;

const make = (operation: Operation, round: number): Draft => {
  const [draft] = fc.sample(validDrafts(operation, values, round === 0), { seed: seed + round, numRuns: 1 });
  made.set(operation, draft!);
  return draft!;
};

/** Sends requests. @returns what was wrong with the answers */
const tryAll = async (
  drafts: Iterable<Draft>,
  faultOf: (draft: Draft, answer: Answered) => string,
): Promise<readonly string[]> => {
  const faults: string[] = [];
  for (const draft of drafts) {
    const answer = await send(server.url, draft, await offices.tokenFor(draft.operation));
    learn(answer);
    const fault = faultIn(document, draft.operation, answer) || faultOf(draft, answer);
    if (fault) faults.push(told(draft, `${fault} (${answer.text.slice(0, 200)})`));
  }
  return faults;
};

function* validOnes(): Iterable<Draft> {
  for (let round = 0; round < rounds; round += 1) for (const operation of operations) yield make(operation, round);
}

function* brokenOnes(): Iterable<Draft> {
  for (const draft of made.values()) {
    const broken = brokenFrom(draft, document);
    const some = Math.min(rounds, broken.length);
    for (let i = 0; i < some; i += 1) yield broken[Math.floor(random() * broken.length)]!;
  }
}

describe('the API is as its document says', () => {
  it('to what is valid', async () => {
    const faults = await tryAll(validOnes(), ({ operation: { operationId } }, answer) => {
      answered.set(operationId, [...(answered.get(operationId) ?? []), answer.status]);
      return faultInValid(answer);
    });
    expect(faults).toEqual([]);
  }, 300_000);

  it('and much of that is done', () => {
    const done = [...answered].filter(([, statuses]) => statuses.some((status) => status < 300));
    expect(done.length).toBeGreaterThan(operations.length / 3);
  });

  it('to what breaks a schema', async () => {
    const faults = await tryAll(brokenOnes(), (_, answer) => faultInBroken(answer));
    expect(faults).toEqual([]);
  }, 300_000);

  it('to methods that an address does not take', async () => {
    const faults: string[] = [];
    for (const [path, there] of Map.groupBy(operations, (each) => each.path)) {
      const taken = there.map(({ method }) => method);
      const draft = { ...made.get(there[0]!)!, body: undefined };
      for (const method of methods.filter((each) => !taken.includes(each))) {
        const answer = await send(server.url, draft, undefined, method);
        const fault = faultInMethod(document, answer, taken.includes('GET') ? [...taken, 'HEAD'] : taken);
        if (fault) faults.push(`${method} ${path}: ${fault}`);
      }
    }
    expect(faults).toEqual([]);
  }, 300_000);

  it('to who is not signed in', async () => {
    const closed = [...made.values()].filter(({ operation }) => operation.security === undefined);
    expect(closed.length).toBeGreaterThan(operations.length / 2);
    const faults: string[] = [];
    for (const draft of closed) {
      const answer = await send(server.url, draft);
      const fault =
        faultIn(document, draft.operation, answer) || (answer.status === 401 ? '' : `answered ${answer.status}`);
      if (fault) faults.push(told(draft, fault));
    }
    expect(faults).toEqual([]);
  }, 300_000);
});
