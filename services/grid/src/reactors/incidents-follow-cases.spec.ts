import { describe, expect, it } from '@jest/globals';
import { report, smallDistrict } from '../../test/district.ts';
import { incidentBoard } from '../views/incident-board.view.ts';
import { incidentsFollowCases } from './incidents-follow-cases.reactor.ts';

describe('an incident', () => {
  it.each([
    ['CaseClosed', { status: 'closed' }],
    ['CaseDeclined', { status: 'declined' }],
    ['CaseWithdrawn', { status: 'withdrawn' }],
    ['CaseMarkedDuplicate', { status: 'duplicate', duplicateOf: 'earlier' }],
  ])('tells what its case tells after %s, and is open again with it', async (type, told) => {
    const world = await smallDistrict();
    await world.execute(report('told', 1, 1));
    const shown = async (event: string) => {
      world.record('case-told', { type: event, data: { caseId: 'told', duplicateOf: 'earlier' } });
      await world.react(incidentsFollowCases);
      return world.documents(incidentBoard).get('told');
    };
    expect(await shown(type)).toMatchObject(told);
    const again = await shown(type === 'CaseMarkedDuplicate' ? 'CaseDuplicateUnlinked' : 'CaseReopened');
    expect(again).toMatchObject({ status: 'reported' });
    expect(again?.duplicateOf).toBeUndefined();
  });
});
