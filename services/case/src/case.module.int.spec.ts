import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type CaseDetails,
  FileCase,
  GetCase,
  type Permission,
  type Principal,
  PublishCalendar,
  PublishCatalogue,
} from '@panshi/contracts';
import { chinaCalendar, type Ring } from '@panshi/kernel';
import { type FakeClock, fakeClock } from '@panshi/testing';
import { RunningService } from '@panshi/testing/running-service';
import { v7 } from 'uuid';
import { reported } from '../test/district.ts';
import { at, districtCode, gridCode, officer as actor } from '../test/names.ts';
import { activation, stoodDown } from '../test/wartime.ts';
import { CaseModule } from './case.module.ts';
import { defaultCatalogue } from './catalogue/default-catalogue.ts';

const permissions: readonly Permission[] = ['case.read', 'case.file', 'catalogue.publish'];
const officer: Principal = { actor, grants: [{ role: 'officer', territory: districtCode, permissions }] };

/** The service as it runs: reactors, timers, models and views on real stores. */
describe('a case, from the report of an incident on', () => {
  let clock: FakeClock;
  let running: RunningService;
  const caseId = v7();
  const wartime = v7();
  beforeEach(async () => {
    clock = fakeClock(at('2026-03-02T08:30'));
    running = new RunningService(CaseModule, clock);
    await running.start();
    await running.do(PublishCatalogue, { districtCode, ...defaultCatalogue } as PublishCatalogue, officer);
    const calendar = structuredClone({ districtCode, ...chinaCalendar }) as PublishCalendar;
    await running.do(PublishCalendar, calendar, officer);
    clock.set(at('2026-03-02T09:00'));
    await running.published(`incident-${caseId}`, 'IncidentReported', reported(caseId));
    await running.recorded('CaseOpened');
    await running.do(FileCase, { caseId }, officer);
  });
  afterEach(() => running.stop());

  const seen = async (position: string): Promise<CaseDetails> =>
    (await running.ask(GetCase, { caseId }, officer, position)).body as CaseDetails;

  it('is opened, shortened by an activation, restored by its stand-down, and warned of by the clock', async () => {
    await running.published(`wartime-${districtCode}`, 'WartimeActivated', activation(wartime, [districtCode]));
    const applied = await running.recorded('DeadlineModifierApplied');
    expect(await seen(applied.position)).toMatchObject({ deadline: at('2026-03-02T11:00'), deadlineRule: 'shortened' });
    clock.set(at('2026-03-02T09:30'));
    await running.published(`wartime-${districtCode}`, 'WartimeStoodDown', stoodDown(wartime));
    const removed = await running.recorded('DeadlineModifierRemoved');
    expect(await seen(removed.position)).toMatchObject({ deadline: at('2026-03-02T14:30'), modifiers: [] });
    clock.set(at('2026-03-02T12:30'));
    const warned = await running.recorded('DeadlineWarned');
    expect(await seen(warned.position)).toMatchObject({ warned: true, overdue: false });
    clock.set(at('2026-03-03T15:00'));
    const escalated = await running.recorded('CaseEscalated');
    const { steps, ...found } = await seen(escalated.position);
    expect(found).toMatchObject({ overdue: true, escalated: 'street', report: { status: 'withheld' } });
    expect(steps.map(({ type }) => type)).toEqual([
      'CaseOpened',
      'CaseFiled',
      'DeadlineModifierApplied',
      'DeadlineModifierRemoved',
      'DeadlineWarned',
      'CaseOverdue',
      'CaseEscalated',
    ]);
  });

  it('follows its place when its grid is split, and keeps its deadline', async () => {
    const [communityCode, stream] = ['320113001001', 'community-grids-320113001001'];
    const strip = (from: number, to: number): Ring =>
      [
        [from, 32],
        [to, 32],
        [to, 32.2],
        [from, 32.2],
      ].map(([lon, lat]) => ({ lon: lon!, lat: lat! }));
    const grid = { communityCode, name: '网格', kind: 'comprehensive' };
    await running.published(stream, 'GridDelineated', { ...grid, gridCode, ring: strip(118.8, 119) });
    const parts = [strip(118.8, 118.85), strip(118.85, 119)].map((ring, i) => ({
      ...grid,
      gridCode: `${communityCode}00${i + 2}`,
      ring,
      members: [],
    }));
    const before = await seen((await running.recorded('CaseFiled')).position);
    await running.published(stream, 'GridSplit', { communityCode, gridCode, parts });
    const moved = await running.recorded('CaseMovedToGrid');
    const { steps, ...found } = await seen(moved.position);
    expect(found).toMatchObject({ gridCode: `${communityCode}003`, deadline: before.deadline });
    expect(steps.at(-1)).toMatchObject({ type: 'CaseMovedToGrid', gridCode: `${communityCode}003`, reason: 'split' });
    expect(before.gridCode).toBe(gridCode);
  });

  it('filed while an activation is on is shortened as it is filed', async () => {
    await running.published(`wartime-${districtCode}`, 'WartimeActivated', activation(wartime, [districtCode]));
    await running.recorded('DeadlineModifierApplied');
    const later = v7();
    await running.published(`incident-${later}`, 'IncidentReported', reported(later));
    await running.recorded('CaseOpened', { nth: 2 });
    await running.do(FileCase, { caseId: later }, officer);
    expect(await running.recorded('DeadlineModifierApplied', { nth: 2 })).toMatchObject({ stream: `case-${later}` });
  });
});
