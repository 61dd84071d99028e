import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { api, type Api } from '../support/api.ts';
import { activationOf, calendarWith, gridAt } from '../support/bodies.ts';
import { incidentAt, openCase, type Spot, spotIn, take } from '../support/cases.ts';
import { correlationsSince, type Problem, refusalOf, type Send } from '../support/problems.ts';
import { servedDemo } from '../support/served.ts';
import { badTokens } from '../support/token.ts';

const panshi = servedDemo();
const sent = new Set<string>();
const usedKey = randomUUID();
let reporter: Api;
let officer: Api;
let spot: Spot;
let farSpot: Spot;
const march = '2026-03-01T00:00:00Z';
let known: { readonly incident: string; readonly farCase: string; readonly cursor: string };
let tokens: Awaited<ReturnType<typeof badTokens>>;
let began: string;

beforeAll(async () => {
  reporter = await panshi.as('demo-street');
  officer = await panshi.as('demo-case');
  spot = await spotIn(reporter, '320113001');
  farSpot = await spotIn(officer, '320113002');
  const incident = await openCase(reporter, officer, spot);
  await take(incident, [officer, 'filing'], [officer, 'dispatch']);
  const farCase = await openCase(await panshi.as('demo-emergency'), officer, farSpot);
  const { next: cursor } = await officer.ask<{ next: string }>('/cases?limit=1&sort=newest');
  known = { incident, farCase, cursor };
  await reporter.command('/incidents', incidentAt(spot), { 'idempotency-key': usedKey });
  tokens = await badTokens(reporter.token!, panshi.data());
  began = new Date().toISOString();
});

type Lazy<T> = T | (() => T);
const now = <T>(value: Lazy<T>): T => (typeof value === 'function' ? (value as () => T)() : value);

/** A command of an account. */
const does =
  (username: string, path: Lazy<string>, body: Lazy<object | string>, own: Record<string, string> = {}): Send =>
  async (headers) =>
    (await panshi.as(username)).post<Problem>(now(path), now(body), { ...headers, ...own });

/** A report by the street, right but for what is told. */
const reports = (more: Lazy<object>, own: Record<string, string> = {}): Send =>
  does('demo-street', '/incidents', () => incidentAt(spot, now(more)), own);

/** A body as it is, of a type. */
const sends = (body: string, type = 'application/json', path: Lazy<string> = '/incidents'): Send =>
  does('demo-street', path, body, { 'content-type': type });

const asks =
  (path: Lazy<string>, username = 'demo-case'): Send =>
  async (headers) =>
    (await panshi.as(username)).get<Problem>(now(path), headers);

const bearing =
  (token: () => string | undefined): Send =>
  (headers) =>
    api(panshi.url, token()).post<Problem>('/incidents', incidentAt(spot), headers);

const signsIn =
  (body: object): Send =>
  (headers) =>
    api(panshi.url).post<Problem>('/session', body, headers);

const puts =
  (path: string, body: object, username: string): Send =>
  async (headers) =>
    (await panshi.as(username)).put<Problem>(path, body, headers);

const nobody = '01890000-0000-7000-8000-000000000001';
const beijing = { lon: 116.4, lat: 39.9 };
const citizenNumber = ['110105', '19491231', '002', 'X'].join('');

const acceptance = (ifMatch: string): Send =>
  does('demo-dept', () => `/cases/${known.incident}/acceptance`, {}, { 'if-match': ifMatch });

const publishes = (from: string, to: string, more: object = {}): Send =>
  does('demo-admin', '/districts/320113/calendars', calendarWith(from, to, more));

const activates = (region: string, more: object = {}): Send =>
  does('demo-emergency', '/wartime/activations', activationOf(region, more));

const delineates = (communityCode: string): Send => does('demo-street', '/grids', gridAt(communityCode, beijing));

type Rows = readonly (readonly [what: string, send: Send, refusal: string])[];

const bodies: Rows = [
  ['a field that is not known', reports({ colour: 'red' }), '422 request.invalid colour'],
  ['one further in', reports({ location: { ...beijing, altitude: 9 } }), '422 request.invalid location.altitude'],
  ['a field of another type', reports({ text: 5 }), '422 request.invalid text'],
  ['a field that is missing', reports({ categoryCode: undefined }), '422 request.invalid categoryCode'],
  ['a field that is null', reports({ location: null }), '422 request.invalid location'],
  [
    'a field unlike the address',
    does('demo-case', () => `/cases/${known.incident}/dispatch`, { caseId: nobody }),
    '422 request.invalid caseId',
  ],
  ['a citizen number in a text', reports({ text: `失主身份证 ${citizenNumber}` }), '422 request.invalid text'],
  [
    'one in full-width digits',
    reports({ text: citizenNumber.replaceAll(/\d/g, (d) => String.fromCharCode(0xff10 + Number(d))) }),
    '422 request.invalid text',
  ],
  ['a list in place of an object', activates('320113', { basis: [] }), '422 request.invalid basis'],
  ['a list in place of an item', activates('320113', { deadlineRules: [[]] }), '422 request.invalid deadlineRules'],
  ['a name that every object has', reports({ toString: 1 }), '422 request.invalid toString'],
  ['half of a character', reports({ text: 'a\ud800b' }), '422 request.invalid text'],
  ['nothing that can be seen', reports({ text: '\u200b' }), '422 request.invalid text'],
  ['an id without hyphens', reports({ incidentId: nobody.replaceAll('-', '') }), '422 request.invalid incidentId'],
  ['lists in lists', sends(`{"text":${'['.repeat(5000)}${']'.repeat(5000)}}`), '422 request.too-deep'],
  ['too much', sends(JSON.stringify({ text: '水'.repeat(100_000) })), '413 request.too-large'],
  ['JSON that is compressed', reports({}, { 'content-encoding': 'gzip' }), '415 request.unsupported-encoding'],
  ['JSON in another character set', sends('{}', 'application/json; charset=gbk'), '415 request.unsupported-charset'],
  ['JSON with a prototype', sends('{"__proto__":{"urgent":true}}'), '400 request.not-json'],
  ['JSON that breaks off', sends('{"categoryCode":"20401"'), '400 request.not-json'],
  ['a list', sends('[]'), '400 request.not-json'],
  ['a number', sends('5'), '400 request.not-json'],
  ['a form', sends('categoryCode=20401', 'application/x-www-form-urlencoded'), '415 request.unsupported-type'],
  [
    'a text where nothing is needed',
    does('demo-case', () => `/cases/${known.incident}/dispatch`, 'unit=x', { 'content-type': 'text/plain' }),
    '415 request.unsupported-type',
  ],
  ['a picture where none is taken', sends('GIF89a', 'image/png'), '415 request.unsupported-type'],
  ['a picture too large', sends('\u0000'.repeat(5_300_000), 'image/png', '/pictures'), '413 request.too-large'],
  ['a picture that is none', sends('GIF89a', 'image/png', '/pictures'), '422 picture.broken'],
  ['a picture of another type', sends('GIF89a', 'image/gif', '/pictures'), '415 picture.unsupported'],
];

const facts: Rows = [
  ['a place outside the district', reports({ location: beijing }), '422 incident.outside-district'],
  ['a place that is none on earth', reports({ location: { lon: 119, lat: 91 } }), '422 request.invalid location.lat'],
  ['a place that is no number', reports({ location: { lon: 'east', lat: 32 } }), '422 request.invalid location.lon'],
  ['a category that is not known', reports({ categoryCode: '29999' }), '422 incident.unknown-category'],
  ['a report that exists', reports(() => ({ incidentId: known.incident })), '409 incident.exists'],
  ['a grid that is not known', asks('/grids/320113001001999'), '404 not-found'],
  ['a leader for one', puts('/grids/320113001001999/leader', { personId: nobody }, 'demo-org'), '404 grid.unknown'],
  ['a case that is not known', does('demo-case', `/cases/${nobody}/filing`, {}), '404 case.unknown'],
  [
    'a case at another stage',
    does('demo-case', () => `/cases/${known.incident}/evaluation`, { satisfaction: 5 }),
    '409 case.wrong-stage',
  ],
  ['a region that is not known', activates('320113999'), '422 wartime.unknown-region'],
  ['a region of another district', activates('320102'), '422 wartime.outside-district'],
  [
    'a holiday on a day that does not exist',
    publishes('2026-02-29', '2026-03-01'),
    '422 request.invalid years.0.holidays.0.from',
  ],
  [
    'a holiday that ends before it begins',
    publishes('2026-05-05', '2026-05-01'),
    '422 catalogue.holiday-ends-before-it-begins',
  ],
  [
    'a calendar from a day gone by',
    publishes('2026-05-01', '2026-05-05', { effectiveFrom: '2020-01-01T00:00:00.000Z' }),
    '422 catalogue.effective-in-the-past',
  ],
];

const promises: Rows = [
  ['a stale If-Match', acceptance('"0"'), '412 precondition.stale'],
  ['an If-Match that is no ETag', acceptance('latest'), '400 request.bad-header'],
  ['an Idempotency-Key with a space', reports({}, { 'idempotency-key': 'a b' }), '400 request.bad-header'],
  [
    'one used for another body',
    reports({ text: '另一件事' }, { 'idempotency-key': usedKey }),
    '422 idempotency.other-body',
  ],
];

const authority: Rows = [
  ['no token', bearing(() => undefined), '401 session.required'],
  ['an expired token', bearing(() => tokens.expired), '401 session.expired'],
  ...['exp changed', 'no algorithm', 'another secret', 'cut', 'nonsense'].map(
    (how, i) => [`a forged token: ${how}`, bearing(() => tokens.forged[i]), '401 session.required'] as const,
  ),
  ['a wrong password', signsIn({ username: 'demo-case', password: 'x' }), '401 session.wrong-credentials'],
  ['a name that is not known', signsIn({ username: 'demo-nobody', password: 'x' }), '401 session.wrong-credentials'],
  ['no password', signsIn({ username: 'demo-case' }), '422 request.invalid password'],
  [
    'what the account may do nowhere',
    does('demo-auditor', '/incidents', () => incidentAt(spot)),
    '403 permission.missing',
  ],
  ['what it may not ask', asks('/history', 'demo-street'), '403 permission.missing'],
  [
    'a report elsewhere',
    does('demo-street', '/incidents', () => incidentAt(farSpot)),
    '403 incident.outside-territory',
  ],
  ['a grid elsewhere', delineates('320113002001'), '403 authority.forbidden'],
  [
    'a case elsewhere',
    does('demo-street', () => `/cases/${known.farCase}/supervision`, { instruction: '加快' }),
    '403 authority.forbidden',
  ],
  ['a command of the system', does('demo-case', '/cases', {}), '405 request.method-not-allowed'],
];

const questions: Rows = [
  ['an address that cannot be read', asks('/cases/%zz'), '400 request.bad-address'],
  ['an address with a part too long', asks(`/cases/${'a'.repeat(300)}`), '414 request.bad-address'],
  ['an address that is none', asks('/nowhere'), '404 request.unknown-route'],
  ['a method it has not', puts('/incidents', {}, 'demo-street'), '405 request.method-not-allowed'],
  ['an id that is none', asks('/cases/first'), '422 request.invalid caseId'],
  ['a parameter that is not known', asks('/cases?colour=red'), '422 request.invalid colour'],
  ['a parameter given twice', asks('/cases?stage=filed&stage=closed'), '422 request.invalid stage'],
  ['a page of no size', asks('/cases?limit=0'), '422 request.invalid limit'],
  ['a page too large', asks('/cases?limit=201'), '422 request.invalid limit'],
  ['a page size that is no number', asks('/cases?limit=many'), '422 request.invalid limit'],
  ['a page size in another notation', asks('/cases?limit=0x10'), '422 request.invalid limit'],
  ['a parameter that every object has', asks('/cases?constructor=1'), '422 request.invalid constructor'],
  ['a window from north to south', asks('/cases?bbox=118.8,32.2,118.9,32.1'), '422 query.bad-window'],
  ['a window from east to west', asks('/cases?bbox=118.9,32.1,118.8,32.2'), '422 query.bad-window'],
  ['a window that leaves the Earth', asks('/cases?bbox=-200,-100,200,100'), '422 query.bad-window'],
  ['a search for no word', asks('/grids?text=%25'), '422 request.invalid text'],
  ['a cursor that is none', asks('/cases?cursor=second-page'), '422 view.bad-cursor'],
  [
    'a cursor of another order',
    asks(() => `/cases?sort=deadline&cursor=${encodeURIComponent(known.cursor)}`),
    '422 view.bad-cursor',
  ],
  ['a cursor of another moment', asks(() => `/cases?asOf=${march}&cursor=${known.cursor}`), '422 view.bad-cursor'],
  ['a day that does not exist', asks('/incidents?from=2026-02-30T00:00:00Z'), '422 request.invalid from'],
  ['an instant in another notation', asks('/incidents?from=20260301T100000Z'), '422 request.invalid from'],
  ['asOf an instant without its offset', asks('/cases?asOf=2025-12-01T00:00:00'), '422 request.invalid asOf'],
  ['asOf a day that does not exist', asks('/cases?asOf=2025-02-30T00:00:00Z'), '422 request.invalid asOf'],
  ['asOf what is no position', asks('/cases?asOf=00000000000001e9'), '422 request.invalid asOf'],
  ['after what is no position', asks('/cases?after=----------------'), '422 request.invalid after'],
  ['a month that does not exist', asks('/case-rates?from=2026-13'), '422 request.invalid from'],
  ['asOf what is no moment', asks('/cases?asOf=yesterday'), '422 request.invalid asOf'],
  ['asOf what is yet to come', asks('/cases?asOf=2999-01-01T00:00:00Z'), '422 as-of.not-past'],
  ['asOf a month that does not exist', asks('/cases?asOf=2025-13-01T00:00:00Z'), '422 request.invalid asOf'],
  ['asOf a position the log has not', asks('/cases?asOf=9999999999999999'), '422 position.unknown'],
  ['after a position the log has not', asks('/cases?after=9999999999999999'), '422 position.unknown'],
  ['after two positions', asks('/cases?after=1&after=2'), '422 request.invalid after'],
  ['history of no event', asks('/history?type=CaseClosed,Nonsense', 'demo-auditor'), '422 request.invalid type'],
  ['history of no territory', asks('/history?territory=32', 'demo-auditor'), '422 request.invalid territory'],
  ['history as of no moment', asks('/history?asOf=yesterday', 'demo-auditor'), '422 request.invalid asOf'],
  ['history to a week', asks('/history?to=2024-W01', 'demo-auditor'), '422 request.invalid to'],
  ['history as of no instant', asks('/history?asOf=20241201T000000Z', 'demo-auditor'), '422 request.invalid asOf'],
  ['history from no day', asks('/history?from=2026-02-30', 'demo-auditor'), '422 request.invalid from'],
];

describe('bad input is answered with a coded problem, in the language asked for:', () => {
  it.each([...bodies, ...facts, ...promises, ...authority, ...questions])('%s', async (_, send, refusal) => {
    expect(await refusalOf(send, sent)).toBe(refusal);
  });
});

describe('after all of this the log', () => {
  it('holds nothing of it', async () => {
    const right = randomUUID();
    await reporter.command('/incidents', incidentAt(spot), { 'x-correlation-id': right });
    const held = await correlationsSince(began, await panshi.as('demo-auditor'));
    expect(held).toContain(right);
    expect(held.filter((id) => sent.has(id))).toEqual([]);
    expect(sent.size).toBeGreaterThan(100);
  });
});
