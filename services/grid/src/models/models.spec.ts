import { describe, expect, it } from '@jest/globals';
import { RetireGrid, SplitGrid, type PostCode } from '@panshi/contracts';
import { chinaCalendar, contains } from '@panshi/kernel';
import fc from 'fast-check';
import { command } from '../../test/command.ts';
import { communities, gridCode, smallDistrict } from '../../test/district.ts';
import { at, rectangle } from '../../test/rings.ts';
import { Calendars } from './calendars.ts';
import { Catalogues } from './catalogues.ts';
import { gridMapModel } from './grid-map.model.ts';
import { People } from './people.ts';

describe('the map of grids', () => {
  it('finds the one grid a place lies in, on a border too, and none outside', async () => {
    const map = (await smallDistrict()).model(gridMapModel);
    expect([at(0, 0), at(3.999, 7.999), at(4, 0), at(23, 4)].map((place) => map.at(place)?.gridCode)).toEqual([
      gridCode(0, 1),
      gridCode(0, 1),
      gridCode(0, 2),
      gridCode(2, 2),
    ]);
    expect([at(-1, 0), at(25, 4), at(4, 9)].map((place) => map.at(place))).toEqual(Array(3).fill(undefined));
  });
  it('finds exactly one grid on the outer border: of several that meet there, the first by code', async () => {
    const map = (await smallDistrict()).model(gridMapModel);
    expect([at(24, 4), at(24, 8), at(3, 8), at(4, 8), at(0, 8)].map((place) => map.at(place)?.gridCode)).toEqual([
      gridCode(2, 2),
      gridCode(2, 2),
      gridCode(0, 1),
      gridCode(0, 1),
      gridCode(0, 1),
    ]);
  });
  it('follows splits and retirements', async () => {
    const world = await smallDistrict();
    const map = world.model(gridMapModel);
    const parts = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)].map((ring) => ({ name: '半', ring: [...ring] }));
    await world.execute(command(SplitGrid, { gridCode: gridCode(0, 1), parts }));
    expect([at(1, 1), at(1, 5)].map((place) => map.at(place)?.gridCode)).toEqual([gridCode(0, 3), gridCode(0, 4)]);
    expect(map.grid(gridCode(0, 1))).toBeUndefined();
    const retire = { gridCode: gridCode(0, 3), reason: '调整', successorCode: gridCode(0, 2) };
    await world.execute(command(RetireGrid, retire));
    expect(map.at(at(1, 1))?.gridCode).toBe(gridCode(0, 2));
  });
  it('knows which regions hold grids', async () => {
    const world = await smallDistrict();
    const map = world.model(gridMapModel);
    const held = ['320113', '320113001', communities[2], gridCode(2, 2)];
    expect(held.filter((region) => map.holds(region))).toEqual(held);
    expect(['320114', '320113003', '320113001003', gridCode(2, 3)].some((region) => map.holds(region))).toBe(false);
    const retire = { gridCode: gridCode(2, 1), reason: '调整', successorCode: gridCode(2, 2) };
    await world.execute(command(RetireGrid, retire));
    expect([map.holds(gridCode(2, 1)), map.holds(communities[2])]).toEqual([false, true]);
  });
  it('remembers which ever did, when their grids have ended', async () => {
    const world = await smallDistrict();
    const map = world.model(gridMapModel);
    await world.execute(
      command(RetireGrid, { gridCode: gridCode(2, 1), reason: '调整', successorCode: gridCode(2, 2) }),
    );
    expect([gridCode(2, 1), communities[2], '320113'].map((region) => map.everHeld(region!))).toEqual([
      true,
      true,
      true,
    ]);
    expect([gridCode(2, 3), '320113003', '320114'].some((region) => map.everHeld(region))).toBe(false);
  });
  it('finds what looking at every grid would', async () => {
    const map = (await smallDistrict()).model(gridMapModel);
    const grids = map.around(rectangle(-100, -100, 100, 100));
    expect(grids).toHaveLength(6);
    const axis = fc.double({ min: -1, max: 25, noNaN: true });
    fc.assert(
      fc.property(axis, axis, (x, y) => {
        const place = at(x, y);
        expect(map.at(place)?.gridCode).toBe(grids.find(({ ring }) => contains(ring, place))?.gridCode);
      }),
    );
  });
});

describe('who may lead a grid', () => {
  const post = { personId: 'wang', appointmentId: 'a', orgId: 'org', regionCode: '320113' };
  const made = (people: People, appointmentId: string, code: PostCode, from = '2026-03-01'): void =>
    people.appointed({ ...post, appointmentId, post: code, from });
  const qualified = (people: People, now = '2026-03-02T01:00:00.000Z'): boolean =>
    people.candidate('wang', now).qualified;

  it('serve from their registration until they leave, and again when they come back', () => {
    const people = new People();
    const serving = (now: boolean) =>
      people.standing({ personId: 'wang', partyMember: true, serving: now, regionCode: '320113' });
    expect(people.serves('wang')).toBe(false);
    people.registered('wang');
    expect(people.serves('wang')).toBe(true);
    serving(false);
    expect([people.serves('wang'), people.knows('wang')]).toEqual([false, true]);
    serving(true);
    expect(people.serves('wang')).toBe(true);
  });

  it('is who holds a post that qualifies, until it ends', () => {
    const people = new People();
    made(people, 'staff', 'party-affairs-worker');
    expect(qualified(people)).toBe(false);
    made(people, 'first', 'secretary');
    made(people, 'second', 'party-backbone');
    people.ended({ ...post, appointmentId: 'first', post: 'secretary', until: '2026-03-01', reason: 'transfer' });
    expect(qualified(people)).toBe(true);
    people.ended({ ...post, appointmentId: 'second', post: 'party-backbone', until: '2026-03-01', reason: 'transfer' });
    expect(qualified(people)).toBe(false);
  });
  it('qualifies from the first day of the post in China', () => {
    const people = new People();
    made(people, 'first', 'secretary', '2026-03-02');
    expect(qualified(people, '2026-03-01T15:59:59.999Z')).toBe(false);
    expect(qualified(people, '2026-03-01T16:00:00.000Z')).toBe(true);
  });
  it('is known once registered', () => {
    const people = new People();
    expect(people.candidate('wang', '2026-03-02T01:00:00.000Z').known).toBe(false);
    people.registered('wang');
    expect(people.candidate('wang', '2026-03-02T01:00:00.000Z').known).toBe(true);
  });
});

describe('the categories in force', () => {
  const publish = (catalogues: Catalogues, edition: string, effectiveFrom: string, ...codes: readonly string[]): void =>
    catalogues.published({
      districtCode: '320113',
      edition,
      effectiveFrom,
      units: codes.map((code) => ({ code: `UNIT${code}` })) as never,
      classes: [],
      categories: codes.map((code) => ({ code })) as never,
    });

  it('are none until an edition is in force', () => {
    const catalogues = new Catalogues();
    expect(catalogues.hasCategory('20101', gridCode(0, 1), '2026-03-01T00:00:00.000Z')).toBeUndefined();
    publish(catalogues, '1', '2026-04-01T00:00:00.000Z', '20101');
    expect(catalogues.hasCategory('20101', gridCode(0, 1), '2026-03-31T23:59:59.999Z')).toBeUndefined();
    expect(catalogues.hasCategory('20101', gridCode(0, 1), '2026-04-01T00:00:00.000Z')).toBe(true);
  });
  it('are those of the latest edition in force, whatever the order of publishing', () => {
    const catalogues = new Catalogues();
    publish(catalogues, '2', '2026-06-01T00:00:00.000Z', '20102');
    publish(catalogues, '1', '2026-04-01T00:00:00.000Z', '20101');
    const known = (now: string) => ['20101', '20102'].map((code) => catalogues.hasCategory(code, gridCode(0, 1), now));
    expect(known('2026-05-01T00:00:00.000Z')).toEqual([true, false]);
    expect(known('2026-06-01T00:00:00.000Z')).toEqual([false, true]);
  });
  it('are listed, and units known, of the same edition', () => {
    const catalogues = new Catalogues();
    publish(catalogues, '1', '2026-04-01T00:00:00.000Z', '20101', '10101');
    publish(catalogues, '2', '2026-06-01T00:00:00.000Z', '20102');
    const known = (now: string) => ['UNIT20101', 'UNIT20102'].map((unit) => catalogues.hasUnit(unit, '320113', now));
    const months = ['03', '05', '06'].map((month) => `2026-${month}-01T00:00:00.000Z`);
    expect(months.map((now) => catalogues.categories('320113', now))).toEqual([[], ['20101', '10101'], ['20102']]);
    expect(months.map(known)).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
    expect(catalogues.hasUnit('UNIT20101', '320114', '2026-05-01T00:00:00.000Z')).toBe(false);
  });
  it('are those of the district', () => {
    const catalogues = new Catalogues();
    publish(catalogues, '1', '2026-04-01T00:00:00.000Z', '20101');
    expect(catalogues.hasCategory('20101', '320114001001001', '2026-05-01T00:00:00.000Z')).toBeUndefined();
  });
});

describe('working days', () => {
  const districtCode = '320113';
  const [saturday, thursday, makeUpSaturday] = ['2026-07-04', '2026-07-02', '2026-05-09'].map(
    (day) => `${day}T01:00:00.000Z`,
  ) as [string, string, string];
  const begins = '2026-01-01T00:00:00.000Z';
  const published = (calendars: Calendars, version: string, effectiveFrom: string, workingWeekdays: number[]): void =>
    calendars.published({ ...structuredClone(chinaCalendar), districtCode, version, effectiveFrom, workingWeekdays });
  const works = (calendars: Calendars, at: string): boolean => calendars.isWorkingDay(districtCode, at);

  it('are all days where no calendar is in force', () => {
    const calendars = new Calendars();
    expect(works(calendars, saturday)).toBe(true);
    published(calendars, '1', '2026-08-01T00:00:00.000Z', [1, 2, 3, 4, 5]);
    expect(works(calendars, saturday)).toBe(true);
  });
  it('are those of the calendar in force in the district, by the day it is in China', () => {
    const calendars = new Calendars();
    published(calendars, '1', begins, [1, 2, 3, 4, 5]);
    expect([saturday, thursday, makeUpSaturday].map((at) => works(calendars, at))).toEqual([false, true, true]);
    expect(works(calendars, '2026-07-03T15:59:59.999Z')).toBe(true);
    expect(works(calendars, '2026-07-03T16:00:00.000Z')).toBe(false);
    expect(calendars.isWorkingDay('320114', saturday)).toBe(true);
  });
  it('are no longer those of a version that was withdrawn', () => {
    const calendars = new Calendars();
    published(calendars, '1', begins, [1, 2, 3, 4, 5]);
    published(calendars, '2', '2026-07-01T00:00:00.000Z', [1, 2, 3, 4, 5, 6]);
    expect(works(calendars, saturday)).toBe(true);
    const withdrawn = { districtCode, reason: '有误', withdrawnBy: 'admin' };
    calendars.withdrawn({ ...withdrawn, kind: 'catalogue', name: '2' });
    expect(works(calendars, saturday)).toBe(true);
    calendars.withdrawn({ ...withdrawn, kind: 'calendar', name: '2' });
    expect(works(calendars, saturday)).toBe(false);
  });
});
