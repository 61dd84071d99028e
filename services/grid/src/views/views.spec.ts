import { beforeAll, describe, expect, it } from '@jest/globals';
import { basis, busyDistrict, communities, districtCode, gridCode } from '../../test/district.ts';
import { rectangle } from '../../test/rings.ts';
import type { World } from '../../test/world.ts';
import { gridBoard } from './grid-board.view.ts';
import { incidentBoard } from './incident-board.view.ts';
import { mobilisations } from './mobilisations.view.ts';
import { wartimeBoard } from './wartime-board.view.ts';
import { wartimeRequests } from './wartime-requests.view.ts';

let world: World;
beforeAll(async () => {
  world = await busyDistrict();
});

describe('the board of grids', () => {
  const grid = (code: string) => world.documents(gridBoard).get(code);

  it('shows what a split grid became, and nobody in it any more', () =>
    expect(grid(gridCode(0, 1))).toMatchObject({
      status: 'split',
      to: [gridCode(0, 3), gridCode(0, 4)],
      members: [],
      vacant: true,
    }));
  it('shows the parts with the leader and members who came along', () => {
    expect(grid(gridCode(0, 3))).toMatchObject({
      status: 'active',
      from: [gridCode(0, 1)],
      leaderId: 'wang',
      vacant: false,
      members: [{ personId: 'li', kind: 'part-time' }],
      communityCode: communities[0],
      streetCode: '320113001',
    });
    expect(grid(gridCode(0, 4))).toMatchObject({ vacant: true, members: [] });
  });
  it('shows a merged grid with all of the ground', () =>
    expect(grid(gridCode(1, 3))).toMatchObject({
      status: 'active',
      from: [gridCode(1, 1), gridCode(1, 2)],
      ring: rectangle(8, 0, 16, 8),
    }));
  it('gives the ground of a retired grid to its neighbour, with a new centre and box', () => {
    expect(grid(gridCode(2, 1))).toMatchObject({ status: 'retired', to: [gridCode(2, 2)] });
    expect(grid(gridCode(2, 2))).toMatchObject({ from: [gridCode(2, 1)], ring: rectangle(16, 0, 24, 8) });
    const { box, centre, area } = grid(gridCode(2, 2))!;
    expect([box.west, box.east]).toEqual([rectangle(16, 0, 24, 8)[0]!.lon, rectangle(16, 0, 24, 8)[1]!.lon]);
    expect(centre.lon).toBeCloseTo((box.west + box.east) / 2, 5);
    expect(area).toBeGreaterThan(grid(gridCode(2, 1))!.area * 1.9);
  });
});

describe('the board of incidents', () => {
  const incident = (id: string) => world.documents(incidentBoard).get(id);

  it('keeps what is personal sealed, with where it was sealed', () => {
    const first = incident('first')!;
    const event = world.log.find(({ type }) => type === 'IncidentReported')!;
    const at = { stream: 'incident-first', event: event.id };
    expect(first.text.at).toEqual({ ...at, field: 'text' });
    expect(first.reporterName?.at).toEqual({ ...at, field: 'reporterName' });
    expect(first.reporterPhone?.at).toEqual({ ...at, field: 'reporterPhone' });
    expect(JSON.stringify([...world.documents(incidentBoard).values()])).not.toMatch(/示例居民|13800000000|积水/);
  });
  it('places it in the grid it lies in, with its version', () =>
    expect(incident('third')).toMatchObject({ gridCode: gridCode(2, 1), streetCode: '320113002', _version: 1 }));
  it('shows that a case was opened', () =>
    expect([incident('first')?.hasCase, incident('second')?.hasCase]).toEqual([true, false]));
  it('shows duplicates and withdrawals', () => {
    expect(incident('second')).toMatchObject({ status: 'duplicate', duplicateOf: 'first', onBehalfOf: 'li' });
    expect(incident('second')).toMatchObject({ onBehalfReason: 'telephoned' });
    expect(incident('third')).toMatchObject({ status: 'withdrawn' });
  });
  it('knows nothing of a case whose incident it never saw', () => {
    world.record('case-other', { type: 'CaseOpened', data: { caseId: 'other', incidentId: 'other' } });
    expect(incident('other')).toBeUndefined();
  });
});

describe('the board of wartime', () => {
  const activation = (id: string) => world.documents(wartimeBoard).get(id);
  const requests = (activationId: string) =>
    [...world.documents(wartimeRequests).values()].filter((request) => request.activationId === activationId);

  it('shows who asked and who approved, and what else was asked', () =>
    expect(requests('flood')).toMatchObject([
      { _id: 'flood', kind: 'activation', state: 'approved', level: 'II', requestedBy: 'zhao', decidedBy: 'li' },
      { _id: 'raise', kind: 'level', state: 'declined', level: 'I', requestedBy: 'zhao', decidedBy: 'li' },
      { _id: 'lower', kind: 'level', state: 'approved', level: 'IV', requestedBy: 'zhao', decidedBy: 'li' },
      { _id: 'down', kind: 'stand-down', state: 'approved', requestedBy: 'zhao', decidedBy: 'li' },
    ]));
  it('shows who is to decide on what ground it is asked, under which rules, and who would have what is open', () => {
    const [activating, raising, , ending] = requests('flood');
    expect(activating).toMatchObject({ basis, deadlineRules: [] });
    expect(raising).toMatchObject({ basis });
    expect(ending?.openItems).toEqual([{ kind: 'mobilisation', id: districtCode, handedTo: districtCode }]);
  });
  it('shows the course of it in order, with by whom and why', () =>
    expect(activation('flood')?.timeline.map(({ what, by }) => `${what} ${by}`)).toEqual([
      'ActivationRequested zhao',
      'ActivationApproved li',
      'WartimeActivated li',
      'LevelChangeRequested zhao',
      'ActivationDeclined li',
      'LevelChangeRequested zhao',
      'ActivationApproved li',
      'LevelChanged li',
      'StandDownRequested zhao',
      'ActivationApproved li',
      'WartimeStoodDown li',
    ]));
  it('shows its end, and who has what was open', () => {
    expect(activation('flood')).toMatchObject({ state: 'stood-down', level: 'IV', pending: 0 });
    expect(activation('flood')?.openItems).toContainEqual({
      kind: 'mobilisation',
      id: gridCode(0, 2),
      handedTo: districtCode,
    });
    expect(requests('flood').filter(({ dueAt }) => dueAt !== undefined)).toEqual([]);
  });
  it('shows what waits for a second person, and until when', () => {
    expect(activation('next')).toMatchObject({ state: 'requested', pending: 1 });
    const until = '2026-07-02T01:00:00.000Z';
    expect(requests('next')).toMatchObject([{ state: 'pending', dueAt: until, expiresAt: until }]);
  });
});

describe('the view of mobilisations', () => {
  const mobilisation = (code: string) => world.documents(mobilisations).get(`flood-${code}`);

  it('shows who checked in and when', () =>
    expect(mobilisation(gridCode(0, 1))).toMatchObject({
      checkedInBy: 'wang',
      checkedInAt: '2026-07-01T19:00:00.000Z',
      late: false,
    }));
  it('shows every grid released after the end, or replaced before, with nothing due', () => {
    const all = [...world.documents(mobilisations).values()];
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['released', 'replaced']));
    expect(all.filter(({ dueAt }) => dueAt !== undefined)).toEqual([]);
  });
});
