import { describe, expect, it } from '@jest/globals';
import { FileCase, LinkDuplicateCase, UnlinkDuplicateCase, WithdrawCase } from '@panshi/contracts';
import { district, filed, report } from '../../test/district.ts';
import { command, gridCode, officer } from '../../test/names.ts';
import type { World } from '../../test/world.ts';
import { caseBoard } from '../views/case-board.view.ts';

const board = (world: World, caseId: string) => world.documents(caseBoard).get(caseId);

const threeCases = async (): Promise<World> => {
  const world = await district();
  for (const id of ['a', 'b', 'c']) await filed(world, id);
  return world;
};

const happens = async (world: World, ...commands: readonly object[]): Promise<void> => {
  for (const each of commands) await world.execute(each, officer);
  await world.settle();
};

const link = (caseId: string, duplicateOf: string) => command(LinkDuplicateCase, { caseId, duplicateOf });

describe('cases marked as duplicates', () => {
  it('move along when their first case becomes a duplicate', async () => {
    const world = await threeCases();
    await happens(world, link('b', 'a'));
    await happens(world, link('a', 'c'));
    expect(board(world, 'b')).toMatchObject({ stage: 'duplicate', duplicateOf: 'c' });
  });

  it('go on for a first case that is withdrawn: the earliest goes on where it was linked', async () => {
    const world = await threeCases();
    await happens(world, link('b', 'a'), link('c', 'a'));
    await happens(world, command(WithdrawCase, { caseId: 'a', reason: 'moot' }));
    expect(board(world, 'b')).toMatchObject({ stage: 'filed', open: true });
    expect(board(world, 'b')?.duplicateOf).toBeUndefined();
    expect(board(world, 'c')).toMatchObject({ stage: 'duplicate', duplicateOf: 'b' });
  });

  it('are unlinked, and go on with the deadline they had', async () => {
    const world = await threeCases();
    const { deadline } = board(world, 'b')!;
    await happens(world, link('b', 'a'));
    await happens(world, command(UnlinkDuplicateCase, { caseId: 'b' }));
    expect(board(world, 'b')).toMatchObject({ stage: 'filed', open: true, deadline });
    await expect(world.execute(command(FileCase, { caseId: 'b' }), officer)).rejects.toMatchObject({
      code: 'case.wrong-stage',
    });
    await expect(world.execute(command(UnlinkDuplicateCase, { caseId: 'b' }), officer)).rejects.toMatchObject({
      code: 'case.no-duplicate',
    });
  });

  it('follow what becomes of the links of their incidents', async () => {
    const world = await district();
    for (const id of ['a', 'b', 'c']) await report(world, id);
    const incident = async (type: string, incidentId: string, duplicateOf: string): Promise<void> => {
      world.record(`incident-${incidentId}`, { type, data: { incidentId, gridCode, duplicateOf } });
      await world.settle();
    };
    await incident('IncidentLinkedAsDuplicate', 'b', 'a');
    await incident('IncidentLinkedAsDuplicate', 'b', 'c');
    expect(board(world, 'b')).toMatchObject({ stage: 'duplicate', duplicateOf: 'c' });
    await incident('IncidentDuplicateUnlinked', 'b', 'c');
    expect(board(world, 'b')).toMatchObject({ stage: 'collected', open: true });
  });
});
