import { beforeEach, describe, expect, it } from '@jest/globals';
import { MarkOverdue, ResumeCase, SuspendCase, WithdrawCase } from '@panshi/contracts';
import { district, filed } from '../../test/district.ts';
import { at, command, districtCode, officer } from '../../test/names.ts';
import { activate, standDown } from '../../test/wartime.ts';
import type { World } from '../../test/world.ts';
import { caseDeadlines } from '../views/case-deadlines.view.ts';
import { caseDeadlineTimer } from './case-deadlines.timer.ts';

describe('the clock over cases', () => {
  let world: World;
  const marks = () =>
    world.log
      .filter(({ type }) => ['DeadlineWarned', 'CaseOverdue', 'CaseEscalated'].includes(type))
      .map(({ type, recordedAt }) => [type, recordedAt]);
  beforeEach(async () => {
    world = await district();
    await filed(world, 'c-1');
  });

  it('warns, marks overdue and escalates each at its moment, and then leaves the case be', async () => {
    await world.until(at('2026-04-01T09:00'));
    expect(marks()).toEqual([
      ['DeadlineWarned', at('2026-03-02T12:00')],
      ['CaseOverdue', at('2026-03-02T14:30')],
      ['CaseEscalated', at('2026-03-03T14:30')],
      ['CaseEscalated', at('2026-03-05T14:30')],
    ]);
    expect(world.documents(caseDeadlines).get('c-1')).toMatchObject({ dueAt: undefined });
  });

  it('has nothing to look at while a case is suspended, and starts anew when it is resumed', async () => {
    await world.execute(command(SuspendCase, { caseId: 'c-1', reason: 'weather' }), officer);
    await world.until(at('2026-03-04T09:00'));
    expect(marks()).toEqual([]);
    await world.execute(command(ResumeCase, { caseId: 'c-1' }), officer);
    await world.until(at('2026-03-04T15:00'));
    expect(marks()).toEqual([
      ['DeadlineWarned', at('2026-03-04T12:00')],
      ['CaseOverdue', at('2026-03-04T14:30')],
    ]);
  });

  it('follows a shortened deadline, and the ordinary one again after the stand-down', async () => {
    await activate(world, 'flood', [districtCode]);
    await world.until(at('2026-03-02T11:10'));
    expect(marks()).toEqual([
      ['DeadlineWarned', at('2026-03-02T10:30')],
      ['CaseOverdue', at('2026-03-02T11:00')],
    ]);
    await standDown(world, 'flood');
    await world.until(at('2026-03-02T15:00'));
    expect(marks().slice(2)).toEqual([
      ['DeadlineWarned', at('2026-03-02T12:00')],
      ['CaseOverdue', at('2026-03-02T14:30')],
    ]);
  });

  it('forgets a case that has ended', async () => {
    await world.execute(command(WithdrawCase, { caseId: 'c-1', reason: 'moot' }), officer);
    expect(world.documents(caseDeadlines).size).toBe(0);
  });

  it('marks overdue at once what it finds past its deadline, without a warning that comes too late', () => {
    const document = world.documents(caseDeadlines).get('c-1')!;
    expect(caseDeadlineTimer.react(document, at('2026-03-02T16:00'))).toEqual({
      command: command(MarkOverdue, { caseId: 'c-1', dueAt: at('2026-03-02T14:30') }),
    });
  });
});
