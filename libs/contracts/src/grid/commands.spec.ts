import { describe, expect, it } from '@jest/globals';
import { refused, taken } from '../../test/refused.ts';
import { gravity } from '../choices/wartime-choices.ts';
import { DelineateGrid, MergeGrids, SplitGrid } from './grid.commands.ts';
import { ListGrids, LocateGrid } from './grid.queries.ts';
import { ReportIncident } from './incident.commands.ts';
import { ListIncidents, NearbyIncidents } from './incident.queries.ts';
import { CheckIn } from './mobilisation.commands.ts';
import { ActivateWartime, StandDown } from './wartime.commands.ts';

const id = '01890000-0000-7000-8000-000000000001';
const ring = [
  { lon: 118.9, lat: 32.1 },
  { lon: 118.91, lat: 32.1 },
  { lon: 118.91, lat: 32.11 },
];
const grid = { communityCode: '320113001001', name: '第一网格', kind: 'comprehensive', ring };
const incident = { categoryCode: '20101', text: '路面积水', location: ring[0], channel: 'patrol' };
const activation = {
  districtCode: '320113',
  hazard: 'flood-typhoon',
  level: 'II',
  scope: ['320113001'],
  basis: { kind: 'warning', reference: '示例〔2026〕1号', issuer: '示例机关' },
  reason: '暴雨预警',
  initiatingUnit: '区防指',
  deadlineRules: [{ categoryPrefix: '2', effect: 'shorten', hours: 4 }],
};
const citizen = '11010519491231002X';

describe('what a command about grids may hold', () => {
  it('takes what is right', () => {
    expect(refused(DelineateGrid, grid)).toEqual([]);
    const gridCode = '320113001001001';
    const parts = [
      { name: '东', ring },
      { name: '西', ring, keepsLeader: true, memberIds: [id] },
    ];
    expect(refused(SplitGrid, { gridCode, parts })).toEqual([]);
    const gridCodes = [gridCode, '320113001001002'];
    expect(refused(MergeGrids, { communityCode: grid.communityCode, gridCodes, name: '合并' })).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an unknown field', { colour: 'red' }, 'colour'],
    ['a community code of another length', { communityCode: '320113001' }, 'communityCode'],
    ['a grid code of another length', { gridCode: '320113001001' }, 'gridCode'],
    ['an unknown kind', { kind: 'virtual' }, 'kind'],
    ['a name with a citizen number', { name: `网格 ${citizen}` }, 'name'],
    ['an outline of two points', { ring: ring.slice(1) }, 'ring'],
    ['an outline of 502 points', { ring: Array(502).fill(ring[0]) }, 'ring'],
    ['an outline that is a text', { ring: 'POLYGON' }, 'ring'],
    ['a longitude beyond 180', { ring: [...ring, { lon: 181, lat: 0 }] }, 'ring.3.lon'],
    ['a latitude that is a text', { ring: [...ring, { lon: 0, lat: '32.1' }] }, 'ring.3.lat'],
    ['a point with a height', { ring: [...ring, { lon: 0, lat: 0, height: 3 }] }, 'ring.3.height'],
  ])('refuses %s', (_, over, path) => expect(refused(DelineateGrid, { ...grid, ...over })).toEqual([path]));

  it('refuses a split into one part and a merger of one grid', () => {
    const gridCode = '320113001001001';
    expect(refused(SplitGrid, { gridCode, parts: [{ name: '东', ring }] })).toEqual(['parts']);
    const merger = { communityCode: grid.communityCode, gridCodes: [gridCode], name: '合并' };
    expect(refused(MergeGrids, merger)).toEqual(['gridCodes']);
    expect(refused(MergeGrids, { ...merger, gridCodes: [gridCode, gridCode] })).toEqual(['gridCodes']);
  });
});

describe('what a report of an incident may hold', () => {
  const picture = { pictureId: id, sha256: 'a'.repeat(64) };

  it('takes what is right', () => {
    expect(refused(ReportIncident, incident)).toEqual([]);
    const reporter = { name: '示例居民', phone: '13800000000' };
    const more = { pictures: [picture], reporter, urgent: true, onBehalfOf: id, onBehalfReason: 'telephoned' };
    expect(refused(ReportIncident, { ...incident, ...more, incidentId: id })).toEqual([]);
  });

  it.each(['13800000000', '+86-13800000000', '025-85551234', '025-85551234-8001', '400-820-8820', '110110'])(
    'takes %s as a phone',
    (phone) => expect(refused(ReportIncident, { ...incident, reporter: { phone } })).toEqual([]),
  );

  it.each<[string, object, string]>([
    ['an id that is not ordered by time', { incidentId: '3e6f9d36-5f43-4c0e-8a5a-111111111111' }, 'incidentId'],
    ['a category of another pattern', { categoryCode: '30101' }, 'categoryCode'],
    ['no words', { text: '' }, 'text'],
    ['2,001 characters', { text: '水'.repeat(2001) }, 'text'],
    ['a citizen number in the words', { text: `身份证${citizen}` }, 'text'],
    ['no place', { location: undefined }, 'location'],
    ['a place that is a text', { location: 'here' }, 'location'],
    [
      'ten pictures',
      { pictures: Array.from({ length: 10 }, (_, i) => ({ ...picture, pictureId: `${id.slice(0, -1)}${i}` })) },
      'pictures',
    ],
    ['one picture twice', { pictures: [picture, picture] }, 'pictures'],
    ['a picture without its hash', { pictures: [{ pictureId: id }] }, 'pictures.0.sha256'],
    ['a phone that is none', { reporter: { phone: 'call me' } }, 'reporter.phone'],
    ['a phone of 16 digits', { reporter: { phone: '+8613800000000-801' } }, 'reporter.phone'],
    ['a citizen number with a slip as a phone', { reporter: { phone: '110105194912310034' } }, 'reporter.phone'],
    ['the same with hyphens', { reporter: { phone: '110105-19491231-0034' } }, 'reporter.phone'],
    ['a citizen number as a name', { reporter: { name: citizen } }, 'reporter.name'],
    ['urgency that is no truth value', { urgent: 'very' }, 'urgent'],
    ['urgency as a text', { urgent: 'true' }, 'urgent'],
    ['an unknown channel', { channel: 'rumour' }, 'channel'],
    ['a colleague without a reason', { onBehalfOf: id }, 'onBehalfReason'],
    ['a reason without a colleague', { onBehalfReason: 'telephoned' }, 'onBehalfOf'],
  ])('refuses %s', (_, over, path) => expect(refused(ReportIncident, { ...incident, ...over })).toEqual([path]));
});

describe('what a command in wartime may hold', () => {
  it('takes what is right', () => {
    expect(refused(ActivateWartime, activation)).toEqual([]);
    expect(refused(CheckIn, { activationId: id, gridCode: '320113001001001' })).toEqual([]);
  });

  it('takes whom somebody is checked in for together with the reason, and neither alone', () => {
    const checkIn = { activationId: id, gridCode: '320113001001001' };
    expect(refused(CheckIn, { ...checkIn, onBehalfOf: id, onBehalfReason: 'telephoned' })).toEqual([]);
    expect(refused(CheckIn, { ...checkIn, onBehalfOf: id })).toEqual(['onBehalfReason']);
    expect(refused(CheckIn, { ...checkIn, onBehalfReason: 'telephoned' })).toEqual(['onBehalfOf']);
  });

  it.each<[string, object, string]>([
    ['an unknown hazard', { hazard: 'war' }, 'hazard'],
    ['an unknown level', { level: 'V' }, 'level'],
    ['no scope', { scope: [] }, 'scope'],
    ['a region twice', { scope: ['320113001', '320113001'] }, 'scope'],
    ['a region code of another length', { scope: ['3201'] }, 'scope'],
    ['no basis', { basis: undefined }, 'basis'],
    ['a basis without reference', { basis: { kind: 'warning', issuer: '示例机关' } }, 'basis.reference'],
    [
      'shortening without hours',
      { deadlineRules: [{ categoryPrefix: '2', effect: 'shorten' }] },
      'deadlineRules.0.hours',
    ],
    ['a prefix twice', { deadlineRules: Array(2).fill({ categoryPrefix: '2', effect: 'pause' }) }, 'deadlineRules'],
    ['four minutes for checking in', { checkInMinutes: 4 }, 'checkInMinutes'],
    ['a citizen number in the reason', { reason: `联系 ${citizen}` }, 'reason'],
  ])('refuses %s', (_, over, path) => expect(refused(ActivateWartime, { ...activation, ...over })).toEqual([path]));

  it('refuses to hand something over to nobody', () => {
    const down = { districtCode: '320113', activationId: id, reason: '水退' };
    const item = { kind: 'mobilisation', id: '320113001' };
    expect(refused(StandDown, { ...down, openItems: [item] })).toEqual(['openItems.0.handedTo']);
    expect(refused(StandDown, down)).toEqual(['openItems']);
  });

  it('hands over to a code or an id, never to a name or a phone', () => {
    const handing = (handedTo: string) => {
      const item = { kind: 'mobilisation', id: '320113001', handedTo };
      return { districtCode: '320113', activationId: id, reason: '水退', openItems: [item] };
    };
    for (const taker of ['WATER', '320113', '320113001', '320113001001001', id])
      expect(taken(StandDown, handing(taker))).toMatchObject(handing(taker));
    expect(taken(StandDown, handing(id.toUpperCase()))).toMatchObject(handing(id));
    expect(taken(StandDown, handing('320113001000'))).toMatchObject(handing('320113001'));
    for (const none of ['张三', '街道值班室', '13800000000', '025-85551234', 'Li Si', 'li', citizen])
      expect(refused(StandDown, handing(none))).toEqual(['openItems.0.handedTo']);
  });

  it('ranks the levels from Ⅰ, the gravest', () => expect(['I', 'II', 'III', 'IV'].map(gravity)).toEqual([4, 3, 2, 1]));
});

describe('what a query string may hold', () => {
  it('reads numbers and truth values', () => {
    const asked = taken(ListGrids, { vacant: 'false', facets: 'true', limit: '20' });
    expect(asked).toMatchObject({ vacant: false, facets: true, limit: 20 });
    expect(taken(LocateGrid, { lon: '118.9', lat: '32.1' })).toEqual({ lon: 118.9, lat: 32.1 });
  });

  it.each<[string, new () => object, object, string]>([
    ['a truth value that is none', ListGrids, { vacant: 'perhaps' }, 'vacant'],
    ['a search for no word', ListGrids, { text: '%' }, 'text'],
    ['a window of three numbers', ListGrids, { bbox: '118,32,119' }, 'bbox'],
    ['a window from north to south', ListGrids, { bbox: '118.8,32.2,118.9,32.1' }, 'bbox'],
    ['a window from east to west', ListGrids, { bbox: '118.9,32.1,118.8,32.2' }, 'bbox'],
    ['a window that leaves the Earth', ListGrids, { bbox: '-200,-100,200,100' }, 'bbox'],
    ['a page of 201', ListGrids, { limit: '201' }, 'limit'],
    ['a place without latitude', LocateGrid, { lon: '118.9' }, 'lat'],
    ['an empty longitude', LocateGrid, { lon: '', lat: '32.1' }, 'lon'],
    ['an impossible date', ListIncidents, { from: '2026-02-30T00:00:00Z' }, 'from'],
    ['a radius of 501 m', NearbyIncidents, { lon: '1', lat: '1', category: '20101', radius: '501' }, 'radius'],
    ['91 days back', NearbyIncidents, { lon: '1', lat: '1', category: '20101', days: '91' }, 'days'],
  ])('refuses %s', (_, type, body, path) => expect(refused(type, body)).toEqual([path]));
});
