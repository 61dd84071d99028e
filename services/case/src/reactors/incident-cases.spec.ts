import { describe, expect, it } from '@jest/globals';
import { fill, LinkDuplicateCase, WithdrawCase } from '@panshi/contracts';
import { district, report, reported } from '../../test/district.ts';
import { gridCode } from '../../test/names.ts';
import { caseBoard } from '../views/case-board.view.ts';
import { incidentCases } from './incident-cases.reactor.ts';

describe('an incident', () => {
  it('has exactly one case, by its own id, however often it is seen', async () => {
    const world = await district();
    await report(world, 'i-1');
    const [event] = world.log.filter(({ type }) => type === 'IncidentReported');
    for (const { command } of await incidentCases.react(event as never, undefined as never))
      await world.execute(command);
    expect(world.log.filter(({ type }) => type === 'CaseOpened')).toHaveLength(1);
    expect(world.documents(caseBoard).get('i-1')).toMatchObject({
      caseId: 'i-1',
      incidentId: 'i-1',
      stage: 'collected',
      gridCode,
      streetCode: '320113001',
      communityCode: '320113001001',
      open: true,
    });
  });

  it('hands on nothing of what its reporter wrote', async () => {
    const reactions = await incidentCases.react(
      { type: 'IncidentReported', data: reported('i-1') } as never,
      undefined as never,
    );
    expect(JSON.stringify(reactions)).not.toMatch(/ciphertext|pseudonym/);
  });

  it('tells its case for whom it was recorded', async () => {
    const world = await district();
    await report(world, 'i-1', { onBehalfOf: 'li', onBehalfReason: 'telephoned' });
    expect(world.log.find(({ type }) => type === 'CaseOpened')).toMatchObject({ data: { onBehalfOf: 'li' } });
  });

  it('that is withdrawn takes its case with it, for a reason', async () => {
    const world = await district();
    await report(world, 'i-1');
    world.record('incident-i-1', {
      type: 'IncidentWithdrawn',
      data: { incidentId: 'i-1', gridCode, reason: 'mistaken' },
    });
    await world.settle();
    expect(world.documents(caseBoard).get('i-1')).toMatchObject({ stage: 'withdrawn', open: false });
    expect(world.log.at(-1)).toMatchObject({ type: 'CaseWithdrawn', data: { reason: 'filed-in-error' } });
  });

  it('linked to an earlier one has its case linked', async () => {
    const world = await district();
    await report(world, 'i-1');
    await report(world, 'i-2');
    world.record('incident-i-2', {
      type: 'IncidentLinkedAsDuplicate',
      data: { incidentId: 'i-2', gridCode, duplicateOf: 'i-1' },
    });
    await world.settle();
    expect(world.documents(caseBoard).get('i-2')).toMatchObject({
      stage: 'duplicate',
      duplicateOf: 'i-1',
      open: false,
    });
  });

  it.each([
    ['resolved', 'moot'],
    ['mistaken', 'filed-in-error'],
    ['other', 'by-reporter'],
  ] as const)('withdrawn as %s withdraws its case as %s', (reason, as) =>
    expect(
      incidentCases.react(
        { type: 'IncidentWithdrawn', data: { incidentId: 'i-1', gridCode, reason } } as never,
        undefined as never,
      ),
    ).toEqual([{ command: fill(WithdrawCase, { caseId: 'i-1', reason: as }) }]),
  );

  it('names the command by its class', async () => {
    const data = { incidentId: 'i-2', gridCode, duplicateOf: 'i-1' };
    const event = { type: 'IncidentLinkedAsDuplicate', data } as never;
    const [reaction] = await incidentCases.react(event, undefined as never);
    expect(reaction?.command).toBeInstanceOf(LinkDuplicateCase);
  });
});
