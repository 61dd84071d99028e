import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type CaseDetails, FileCase, GetCase, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { chinaCalendar, type Ring } from '@panshi/kernel';
import { reported } from '../test/district.ts';
import { at, command, districtCode, gridCode, officer } from '../test/names.ts';
import { newId, Running } from '../test/running.ts';
import { activation, stoodDown } from '../test/wartime.ts';
import { defaultCatalogue } from './catalogue/default-catalogue.ts';

/** The service as it runs: reactors, timers, models and views on real stores. */
describe('a case, from the report of an incident on', () => {
  let running: Running;
  const caseId = newId();
  const wartime = newId();
  beforeEach(async () => {
    running = new Running(at('2026-03-02T08:30'));
    await running.start();
    await running.command(
      command(PublishCatalogue, { districtCode, ...defaultCatalogue } as PublishCatalogue),
      officer,
    );
    const calendar = structuredClone({ districtCode, ...chinaCalendar }) as PublishCalendar;
    await running.command(command(PublishCalendar, calendar), officer);
    running.now = at('2026-03-02T09:00');
    await running.record(`incident-${caseId}`, 'IncidentReported', reported(caseId));
    await running.recorded('CaseOpened');
    await running.command(command(FileCase, { caseId }), officer);
  });
  afterEach(() => running.close());

  const seen = (position: string): Promise<CaseDetails> => running.ask(command(GetCase, { caseId }), position, officer);

  it('is opened, shortened by an activation, restored by its stand-down, and warned of by the clock', async () => {
    await running.record(`wartime-${districtCode}`, 'WartimeActivated', activation(wartime, [districtCode]));
    const applied = await running.recorded('DeadlineModifierApplied');
    expect(await seen(applied.position)).toMatchObject({ deadline: at('2026-03-02T11:00'), deadlineRule: 'shortened' });
    running.now = at('2026-03-02T09:30');
    await running.record(`wartime-${districtCode}`, 'WartimeStoodDown', stoodDown(wartime));
    const removed = await running.recorded('DeadlineModifierRemoved');
    expect(await seen(removed.position)).toMatchObject({ deadline: at('2026-03-02T14:30'), modifiers: [] });
    running.now = at('2026-03-02T12:30');
    const warned = await running.recorded('DeadlineWarned');
    expect(await seen(warned.position)).toMatchObject({ warned: true, overdue: false });
    running.now = at('2026-03-03T15:00');
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
    await running.record(stream, 'GridDelineated', { ...grid, gridCode, ring: strip(118.8, 119) });
    const parts = [strip(118.8, 118.85), strip(118.85, 119)].map((ring, i) => ({
      ...grid,
      gridCode: `${communityCode}00${i + 2}`,
      ring,
      members: [],
    }));
    const before = await seen((await running.recorded('CaseFiled')).position);
    await running.record(stream, 'GridSplit', { communityCode, gridCode, parts });
    const moved = await running.recorded('CaseMovedToGrid');
    const { steps, ...found } = await seen(moved.position);
    expect(found).toMatchObject({ gridCode: `${communityCode}003`, deadline: before.deadline });
    expect(steps.at(-1)).toMatchObject({ type: 'CaseMovedToGrid', gridCode: `${communityCode}003`, reason: 'split' });
    expect(before.gridCode).toBe(gridCode);
  });

  it('filed while an activation is on is shortened as it is filed', async () => {
    await running.record(`wartime-${districtCode}`, 'WartimeActivated', activation(wartime, [districtCode]));
    await running.recorded('DeadlineModifierApplied');
    const later = newId();
    await running.record(`incident-${later}`, 'IncidentReported', reported(later));
    await running.recorded('CaseOpened', 2);
    await running.command(command(FileCase, { caseId: later }), officer);
    expect(await running.recorded('DeadlineModifierApplied', 2)).toMatchObject({ stream: `case-${later}` });
  });
});
