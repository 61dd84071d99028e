import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { IncidentView } from '@panshi/contracts';
import { api, type Api } from '../support/api.ts';
import { activationOf } from '../support/bodies.ts';
import { incidentAt, openCase, type Spot, spotIn } from '../support/cases.ts';
import { correlationsSince, type Problem, refusalOf, type Send } from '../support/problems.ts';
import { servedDemo } from '../support/served.ts';

const panshi = servedDemo();
let street: Api;
let spot: Spot;
let caseId: string;
let began: string;

beforeAll(async () => {
  street = await panshi.as('demo-street');
  spot = await spotIn(street, '320113001');
  caseId = await openCase(street, await panshi.as('demo-case'), spot);
  began = new Date().toISOString();
});

const sent = new Set<string>();

/** What is refused of a command, `status code field…`. */
const refused = (username: string, path: string, body: object | string | Uint8Array): Promise<string> =>
  refusalOf(
    async (headers) =>
      (await panshi.as(username)).post<Problem>(path, body as object, {
        ...headers,
        'content-type': 'application/json',
      }),
    sent,
  );

const reports = (more: object): Promise<string> => refused('demo-street', '/incidents', incidentAt(spot, more));
const citizen = ['110105', '19491231', '002', 'X'].join('');
const invalid = (field: string): string => `422 request.invalid ${field}`;

describe('in a report', () => {
  it.each([
    ['a reporter who is a list', { reporter: [{ name: '演示' }] }, 'reporter'],
    ['a picture that is a list', { pictures: [[]] }, 'pictures'],
    ['spaces alone', { text: '\u3000 \n' }, 'text'],
    ['a cell without dots', { text: '\u2800' }, 'text'],
    ['a citizen number with points between', { text: [...citizen].join('.') }, 'text'],
    ['one in brackets', { text: citizen.replace(/(\d{6})(\d{8})/, '$1（$2）') }, 'text'],
    ['one with a sign of multiplication', { text: citizen.replace('X', '×') }, 'text'],
    ['one as a telephone', { reporter: { phone: '110105194912310038' } }, 'reporter.phone'],
  ])('%s is refused', async (_, more, field) => expect(await reports(more)).toBe(invalid(field)));

  it('the code of a grid is no citizen number', async () => {
    const report = incidentAt(spot, { text: '网格 320113401001001 积水' });
    expect((await street.post('/incidents', report)).status).toBe(201);
  });

  it('an id in capitals is the id', async () => {
    const incidentId = '01890000-abcd-7000-8000-00000000b0de';
    const report = incidentAt(spot, { incidentId: incidentId.toUpperCase() });
    const { id, position } = await street.command('/incidents', report);
    expect(id).toBe(incidentId);
    const asked = `/incidents/${incidentId.toUpperCase()}?after=${position}`;
    expect(await street.ask<IncidentView>(asked)).toMatchObject({ incidentId });
    expect(await reports({ incidentId })).toBe('409 incident.exists');
  });
});

describe('elsewhere', () => {
  it('a citizen number behind the name of a unit is refused', async () => {
    const unit = '张三110105194912310038';
    expect(await refused('demo-case', `/cases/${caseId}/dispatch`, { unit })).toBe(invalid('unit'));
  });

  it('an amount of a tenth of a millionth is refused', async () => {
    const extension = { amount: 1e-7, reason: '演示' };
    expect(await refused('demo-dept', `/cases/${caseId}/extension-request`, extension)).toBe(invalid('amount'));
  });

  it('a reason that cannot be seen is refused', async () => {
    const activation = activationOf(spot.gridCode, { reason: '\u200b' });
    expect(await refused('demo-emergency', '/wartime/activations', activation)).toBe(invalid('reason'));
  });

  it('a street’s code of twelve digits is the street’s', async () => {
    const of = (territory: string) => street.ask<{ total: number }>(`/grids?territory=${territory}&facets=true`);
    const { total } = await of('320113001000');
    expect(total).toBeGreaterThan(0);
    expect(total).toBe((await of('320113001')).total);
  });
});

describe('a body', () => {
  const parts = '/grids/320113001001001/split';
  const many = (count: number): string =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`name${i}`, i])));

  it.each([
    ['in GBK', Buffer.from('{"text":"\xbb\xfd\xcb\xae"}', 'latin1'), '/incidents', '400 request.not-utf8'],
    ['with a field twice', '{"text":"甲","text":"乙"}', '/incidents', '400 request.duplicate-key'],
    ['of many fields', many(400), '/incidents', '422 request.too-many-fields'],
    ['of long numbers', `{"location":{"lon":${'1'.repeat(99)}}}`, '/incidents', '422 request.number-too-long'],
    ['of 50,000 parts', JSON.stringify({ parts: Array(50_000).fill({}) }), parts, '422 request.too-many-items'],
    ['of 1,000 parts', JSON.stringify({ parts: Array(1000).fill({}) }), parts, invalid('parts')],
    [
      'longer than its route needs',
      JSON.stringify({ text: '水'.repeat(20_000) }),
      '/incidents',
      '413 request.too-large',
    ],
  ])('%s is refused', async (_, body, path, refusal) => expect(await refused('demo-street', path, body)).toBe(refusal));

  it('is refused by twenty fields at most, in 8 KB at most', async () => {
    const names = Array.from({ length: 30 }, (_, i) => `${i}${'\u0001'.repeat(99)}`);
    const body = Object.fromEntries(names.map((name) => [name, 1]));
    const answer = await street.post<Problem>('/incidents', body);
    expect(answer.body.errors).toHaveLength(20);
    expect(Buffer.byteLength(JSON.stringify(answer.body))).toBeLessThan(8192);
  });
});

describe('a field that is refused', () => {
  const told = async (language: string): Promise<readonly string[]> => {
    const body = { channel: 'patrol', location: { lon: 'east', lat: 32.1 }, text: '积水' };
    const answer = await street.post<Problem>('/incidents', body, { 'accept-language': language });
    return (answer.body.errors ?? []).map(({ message }) => message);
  };

  it('is told in one sentence, with its title, in the language of the reader', async () => {
    expect(await told('en;q=0.1, zh;q=0.9')).toEqual(['“类别”缺失，请填写', '“经度”应为-180至180之间的数']);
    expect(await told('en')).toEqual(['Category is missing', 'Longitude must be a number from -180 to 180']);
  });
});

describe('an address', () => {
  const heads = async (path: string): Promise<string> => {
    const { hostname, port } = new URL(panshi.url());
    const socket = connect(Number(port), hostname);
    const lines = [`HEAD ${path} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${street.token}`, 'Connection: close'];
    socket.write(`${lines.join('\r\n')}\r\n\r\n`);
    return text(socket);
  };

  it('half encoded is answered with a problem', async () => {
    for (const path of ['/grids/%E0%A4%A', '/cases?text=%BB%FD%CB%AE'])
      expect(await refusalOf((headers) => street.get<Problem>(path, headers), sent)).toBe('400 request.bad-address');
  });

  it('with what its route does not read is refused, whoever asks what', async () => {
    const asked: readonly Send[] = [
      (headers) => street.post<Problem>('/incidents?x=1', incidentAt(spot), headers),
      (headers) => street.get<Problem>('/session?x=1', headers),
      (headers) => street.get<Problem>('/live?x=1', headers),
      (headers) => api(panshi.url).post<Problem>('/session?x=1', {}, headers),
    ];
    for (const send of asked) expect(await refusalOf(send, sent)).toBe(invalid('x'));
  });

  it('tells the methods that it takes', async () => {
    const { status, headers, body } = await street.put<Problem>(`/cases/${caseId}/filing`, {});
    expect([status, body.code, headers.get('allow')]).toEqual([405, 'request.method-not-allowed', 'POST']);
  });

  it.each(['/api/v1/live', '/api/v1/grids?limit=1', '/health/live'])('answers HEAD %s at once', async (path) => {
    const answer = await heads(path);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer.split('\r\n\r\n')[1]).toBe('');
  });

  it('that streams answers HEAD at once, and keeps no place for it', async () => {
    const document = await fetch(`${panshi.url()}/docs/openapi.json`);
    const { paths } = (await document.json()) as { paths: Record<string, { get?: object }> };
    const streaming = Object.entries(paths).filter(([, { get }]) =>
      JSON.stringify(get ?? {}).includes('"x-itemSchema"'),
    );
    expect(streaming.map(([path]) => path)).toContain('/api/v1/history');
    const { token } = await panshi.as('demo-auditor');
    const headers = { authorization: `Bearer ${token}` };
    const asked = streaming.flatMap(([path]) => Array<string>(25).fill(path));
    const answers = await Promise.all(asked.map((path) => fetch(panshi.url() + path, { method: 'HEAD', headers })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});

describe('signing in', () => {
  it('of many fields, deep or long, is refused at once', async () => {
    const post = (body: string) => api(panshi.url).post<Problem>('/session', body);
    const names = Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`name${i}`, 1]));
    const bodies = [JSON.stringify(names), `{"username":${'['.repeat(120_000)}`, `{"username":${'['.repeat(500)}`];
    const codes = await Promise.all(bodies.map(async (body) => (await post(body)).body.code));
    expect(codes).toEqual(['request.too-large', 'request.too-large', 'request.too-deep']);
  });

  it('from one address is limited, whatever the names', async () => {
    const answers = await Promise.all(
      Array.from({ length: 120 }, (_, i) => api(panshi.url).post('/session', { username: `name-${i}`, password: 'x' })),
    );
    const statuses = new Set(answers.map(({ status }) => status));
    expect(statuses.has(429)).toBe(true);
    expect([...statuses].filter((status) => ![401, 429, 503].includes(status))).toEqual([]);
  });
});

describe('after all of this the log', () => {
  it('holds nothing of it, also not of what was sent in GBK', async () => {
    const right = randomUUID();
    await street.command('/incidents', incidentAt(spot), { 'x-correlation-id': right });
    const held = await correlationsSince(began, await panshi.as('demo-auditor'));
    // The case that is opened for it comes under the same id, sooner or later.
    expect(new Set(held.filter((id) => id === right || sent.has(id)))).toEqual(new Set([right]));
    expect(sent.size).toBeGreaterThan(30);
  });
});
