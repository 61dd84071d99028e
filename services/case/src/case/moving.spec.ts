import { describe, expect, it } from '@jest/globals';
import { MoveCaseToGrid } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { caseId, course, dispatchedTo, happened, when } from '../../test/examples.ts';
import { at, command, gridCode } from '../../test/names.ts';
import { caseFold } from './case.fold.ts';
import { moveCaseToGrid } from './moving.decisions.ts';

const to = '320113001001008';
const move = command(MoveCaseToGrid, { caseId, fromGrid: gridCode, gridCode: to, cause: 'split' });
const now = when('2026-03-02T10:00');
const moved = {
  type: 'CaseMovedToGrid',
  data: { caseId, fromGrid: gridCode, gridCode: to, cause: 'split', movedAt: at('2026-03-02T10:00') },
} as const;
const cases = scenario(caseFold);

describe('a case whose grid is no more', () => {
  it.each([['collected', [happened.opened]] as const, ...Object.entries(course).slice(0, 4)])(
    'moves to the new grid while it is %s',
    (_, events) => {
      cases
        .given(...events)
        .when(moveCaseToGrid, move, now)
        .then(moved);
    },
  );
  it('stays where it was once it is closed, or was withdrawn', () => {
    cases
      .given(...course.closed)
      .when(moveCaseToGrid, move, now)
      .then();
    const withdrawn = {
      type: 'CaseWithdrawn',
      data: { caseId, gridCode, reason: 'moot', withdrawnAt: at('2026-03-02T09:30') },
    } as const;
    cases.given(happened.opened, withdrawn).when(moveCaseToGrid, move, now).then();
  });
  it('moves once, however often it is asked', () => {
    cases
      .given(...course.filed, moved)
      .when(moveCaseToGrid, move, now)
      .then();
  });
  it('names its new grid in what comes after', () => {
    const state = [...course.filed, moved].reduce(caseFold.evolve, caseFold.initial);
    expect(state).toMatchObject({ stage: 'filed', gridCode: to });
  });
  it('stays with the leader of its grid, and with a unit', () => {
    const unitAfter = (unit: string) =>
      [...course.filed, dispatchedTo(unit), moved].reduce(caseFold.evolve, caseFold.initial);
    expect(unitAfter(gridCode)).toMatchObject({ gridCode: to, unit: to });
    expect(unitAfter('URBAN')).toMatchObject({ gridCode: to, unit: 'URBAN' });
  });
  it('does not leave its community', () => {
    const away = { ...move, gridCode: '320113001002001' };
    cases
      .given(...course.filed)
      .when(moveCaseToGrid, away, now)
      .thenRejected('case.grid-of-another-community');
  });
});
