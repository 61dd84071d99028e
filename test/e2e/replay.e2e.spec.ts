import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummary, Page } from '@panshi/contracts';
import type { Api, Receipt } from '../support/api.ts';
import { caseOpened, incidentAt, openCase, spotIn, take } from '../support/cases.ts';
import { root } from '../support/server.ts';
import { servedDemo } from '../support/served.ts';

const panshi = servedDemo();
const secret = '报告人说的话，谁也不该在日志里读到';
let auditor: Api;
let caseId: string;
let midway: string;
let moment: string;

beforeAll(async () => {
  auditor = await panshi.as('demo-auditor');
  const officer = await panshi.as('demo-case');
  const reporter = await panshi.as('demo-street');
  caseId = await openCase(reporter, officer, await spotIn(reporter, '320113001'), { text: secret });
  const [filed] = await take(caseId, [officer, 'filing']);
  midway = filed!.position;
  await take(caseId, [officer, 'dispatch']);
  moment = new Date(Date.now() - 90 * 86_400_000).toISOString();
});

/** What the command line tool prints, run as a person runs it, while the server runs. */
const printed = async (...options: readonly string[]): Promise<string> => {
  const bin = join(root, 'services/cli/bin/panshi.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [bin, 'replay', '--data', panshi.data(), ...options], {
    cwd: root,
    maxBuffer: 1 << 29,
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return stdout;
};

const history = async (query: Record<string, string>): Promise<string> => {
  const { status, body } = await auditor.get<string>(`/history?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return body;
};

interface Refused {
  readonly errors: readonly { readonly field: string; readonly message: string }[];
}

interface Line {
  readonly regions: string;
  readonly traceparent?: string;
  readonly id: string;
  readonly commandid: string;
  readonly correlationid: string;
  readonly causationid: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly recordedat: string;
  readonly sequence: string;
  readonly data: Record<string, unknown>;
}

const lines = (text: string): readonly Line[] =>
  text.split('\n').flatMap((line) => (line ? [JSON.parse(line) as Line] : []));

const types = (text: string): readonly string[] => lines(text).map(({ type }) => type);

describe('the history told by the command line and over HTTP is the same', () => {
  // Timers go on appending meanwhile, so that each is bounded by a moment of the past.
  it.each([
    ['a stream', () => ['--stream', `case-${caseId}`], () => ({ stream: `case-${caseId}` })],
    ['a case', () => ['--case', caseId], () => ({ case: caseId })],
    [
      'a territory and a type',
      () => ['--territory', '320113003', '--type', 'IncidentReported', '--to', moment],
      () => ({ territory: '320113003', type: 'IncidentReported', to: moment }),
    ],
    [
      'several types',
      () => ['--type', 'WartimeActivated', 'WartimeStoodDown'],
      () => ({ type: 'WartimeActivated,WartimeStoodDown' }),
    ],
    ['a span of time', () => ['--from', before(moment), '--to', moment], () => ({ from: before(moment), to: moment })],
    [
      'what was known at a position',
      () => ['--case', caseId, '--as-of', midway],
      () => ({ case: caseId, asOf: midway }),
    ],
    [
      'a day',
      () => ['--from', dayOf(moment), '--to', dayOf(moment)],
      () => ({ from: dayOf(moment), to: dayOf(moment) }),
    ],
    [
      'what was known at the end of a day',
      () => ['--type', 'CaseClosed', '--as-of', dayOf(moment)],
      () => ({ type: 'CaseClosed', asOf: dayOf(moment) }),
    ],
    [
      'what was known at a moment',
      () => ['--territory', '320113001001', '--as-of', moment],
      () => ({ territory: '320113001001', asOf: moment }),
    ],
  ] as const)('%s', async (_, options, query) => {
    const [told, answered] = await Promise.all([printed(...options(), '--json'), history(query())]);
    expect(lines(told).length).toBeGreaterThan(0);
    expect(told).toBe(answered);
  });
});

const dayOf = (instant: string): string => instant.slice(0, 10);

const before = (instant: string): string => new Date(Date.parse(instant) - 7 * 86_400_000).toISOString();

describe('a replay', () => {
  it('of a case tells the report and everything done since, in order', async () => {
    const text = await history({ case: caseId });
    expect(types(text)).toEqual(['IncidentReported', 'CaseOpened', 'CaseFiled', 'CaseDispatched']);
    const positions = lines(text).map(({ sequence }) => sequence);
    expect(positions).toEqual(positions.toSorted());
  });

  it('says of each event where it happened, and in which trace and why, of what followed from it too', async () => {
    const reporter = await panshi.as('demo-street');
    const spot = await spotIn(reporter, '320113001');
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
    const correlation = randomUUID();
    const report = (header: string): Promise<Receipt> =>
      reporter.command('/incidents', incidentAt(spot), { traceparent: header, 'x-correlation-id': correlation });
    for (const [header, trace] of [
      [traceparent, traceparent],
      ['mine', undefined],
    ] as const) {
      const { id } = await report(header);
      await caseOpened(await panshi.as('demo-case'), id!);
      const told = lines(await history({ case: id! }));
      expect(told.map(({ type, regions }) => [type, regions])).toEqual([
        ['IncidentReported', spot.gridCode],
        ['CaseOpened', spot.gridCode],
      ]);
      for (const line of told) expect([line.traceparent, line.correlationid]).toEqual([trace, correlation]);
      expect(told.map(({ causationid }) => causationid)).toEqual([told[0]!.commandid, told[0]!.id]);
    }
  });

  it('as of a position tells nothing later', async () => {
    expect(types(await history({ case: caseId, asOf: midway }))).toEqual([
      'IncidentReported',
      'CaseOpened',
      'CaseFiled',
    ]);
  });

  it('of a span of time tells what happened in it, both ends included', async () => {
    const from = before(moment);
    const told = lines(await history({ from, to: moment }));
    expect(told.length).toBeGreaterThan(10);
    expect(told.every(({ time }) => from <= time && time <= moment)).toBe(true);
  });

  it('leaves personal data sealed, for whoever may replay', async () => {
    const [told, answered] = await Promise.all([printed('--case', caseId, '--json'), history({ case: caseId })]);
    for (const text of [told, answered, await printed('--case', caseId)]) expect(text).not.toContain(secret);
    expect(lines(answered)[0]!.data.text).toMatchObject({ ciphertext: expect.any(String), nonce: expect.any(String) });
  });

  it('for a person’s eyes tells an event a line, with a lock for what is sealed', async () => {
    const told = (await printed('--case', caseId)).trim().split('\n');
    expect(told).toHaveLength(4);
    expect(told[0]).toMatch(/IncidentReported .*demo-street .*🔒/u);
  });

  it('tells an auditor only of their territory', async () => {
    const { auditorOf } = await import('../support/auditor.ts');
    const local = await auditorOf('320113003', panshi);
    const stream = async (query: string): Promise<readonly Line[]> =>
      lines((await local.get<string>(`/history?${query}`)).body);
    const [{ caseId: inside }] = (
      await (await panshi.as('demo-case')).ask<Page<CaseSummary>>('/cases?territory=320113003&limit=1')
    ).items as [CaseSummary];
    expect((await stream(`case=${inside}`)).length).toBeGreaterThan(1);
    expect(await stream(`case=${caseId}`)).toEqual([]);
    const told = await stream(`type=CaseOpened&to=${moment}`);
    const all = lines(await history({ type: 'CaseOpened', to: moment }));
    expect(told).toEqual(all.filter(({ data }) => String(data.gridCode).startsWith('320113003')));
    expect(told.length).toBeGreaterThan(0);
  });
});

describe('panshi', () => {
  it('stops without a word when its reader has read enough', async () => {
    const script = `"$NODE" services/cli/bin/panshi.mjs replay | head -n 3`;
    const env = { ...process.env, NODE: process.execPath, NODE_OPTIONS: '', PANSHI_DATA: panshi.data() };
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { cwd: root, env });
    expect(stdout.trim().split('\n')).toHaveLength(3);
    expect(stderr).toBe('');
  });

  const refusal = async (...options: string[]): Promise<{ code: number; stderr: string }> =>
    printed(...options).then(
      () => ({ code: 0, stderr: '' }),
      (error: { code: number; stderr: string }) => error,
    );

  it.each([
    [['--territory', '32'], /--territory .*region code/],
    [['--from', 'yesterday'], /--from .*instant/],
    [['--from', '2026-02-30'], /--from .*instant/],
    [['--from', '5'], /--from .*instant/],
    [['--to', '3/1'], /--to .*instant/],
    [['--as-of', 'soon'], /--as-of .*instant/],
    [['--colour', 'red'], /--colour/],
    [['--type', 'CaseClosed', 'CaseOpenned'], /no event CaseOpenned; the name most like it is CaseOpened/],
  ])('refuses %j by name and says what is expected', async (options, told) => {
    const { code, stderr } = await refusal(...options);
    expect(code).toBe(1);
    expect(stderr).toMatch(told);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it.each([
    ['case', ['--case', 'x'], { case: 'x' }],
    ['stream', ['--stream', '__proto__'], { stream: '__proto__' }],
    ['from', ['--from', '2026-03-02', '--to', '2026-03-01'], { from: '2026-03-02', to: '2026-03-01' }],
  ])('refuses a %s that can be none, as the API does, in the same words', async (field, options, query) => {
    const { code, stderr } = await refusal(...options);
    expect(code).toBe(2);
    const asked = `/history?${new URLSearchParams(query)}`;
    const { status, body } = await auditor.get<Refused>(asked, { 'accept-language': 'en' });
    expect(status).toBe(422);
    expect(body.errors.map((each) => each.field)).toEqual([field]);
    expect(body.errors[0]!.message).toContain(/'--[a-z]+' (.*)/.exec(stderr)![1]);
  });

  it('says so where there is no log', async () => {
    const { code, stderr } = await refusal('--data', '/nonexistent');
    expect(code).toBe(1);
    expect(stderr).toContain('no log at /nonexistent/events.db');
  });
});
