import { describe, expect, it } from '@jest/globals';
import { LinkDuplicateIncident, UnlinkDuplicateIncident, WithdrawIncident } from '@panshi/contracts';
import { Rejection } from '@panshi/kernel';
import fc from 'fast-check';
import { command } from '../../test/command.ts';
import { report, smallDistrict } from '../../test/district.ts';
import type { World } from '../../test/world.ts';
import { incidentBoard } from '../views/incident-board.view.ts';
import { firstReports } from './first-reports.reactor.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;

const reported = async (): Promise<World> => {
  const world = await smallDistrict();
  for (const [i, id] of ids.entries()) await world.execute(report(id, 1, 1 + i));
  return world;
};

const link = (incidentId: string, duplicateOf: string) => command(LinkDuplicateIncident, { incidentId, duplicateOf });
const withdraw = (incidentId: string) => command(WithdrawIncident, { incidentId, reason: 'mistaken' as const });

/** What each incident is linked to; a dash where it was withdrawn. */
const links = (world: World): string =>
  ids
    .map((id) => world.documents(incidentBoard).get(id)!)
    .map(({ status, duplicateOf }) => (status === 'withdrawn' ? '-' : (duplicateOf ?? '.')))
    .join('');

const happens = async (world: World, ...commands: readonly object[]): Promise<void> => {
  for (const each of commands) await world.execute(each);
  await world.react(firstReports);
};

describe('duplicates', () => {
  it('move along when what they are linked to becomes a duplicate', async () => {
    const world = await reported();
    await happens(world, link('b', 'a'), link('d', 'a'), link('a', 'c'));
    expect(links(world)).toBe('cc.c.');
  });

  it('go to the earliest of them when the first report is withdrawn', async () => {
    const world = await reported();
    await happens(world, link('b', 'a'), link('d', 'a'), withdraw('a'));
    expect(links(world)).toBe('-..b.');
  });

  it('of which there is one stand for themselves when the first report is withdrawn', async () => {
    const world = await reported();
    await happens(world, link('b', 'a'), withdraw('a'));
    expect(links(world)).toBe('-....');
  });

  it('that were linked in a circle at the same moment are led out of it', async () => {
    const world = await reported();
    for (const [id, duplicateOf] of ['ab', 'bc', 'ca'].map((pair) => [...pair] as [string, string]))
      world.record(`incident-${id}`, { type: 'IncidentLinkedAsDuplicate', data: { incidentId: id, duplicateOf } });
    await world.react(firstReports);
    expect(links(world)).toMatch(/\./);
    expect(sound(world)).toBe(true);
  });
});

const sound = (world: World): boolean =>
  ids
    .map((id) => world.documents(incidentBoard).get(id)!)
    .filter(({ status }) => status === 'duplicate')
    .every(({ duplicateOf }) => world.documents(incidentBoard).get(duplicateOf!)?.status === 'reported');

/** Where `crossing`, the link is recorded as if the view had not shown the other's yet. */
const step = fc.record({
  act: fc.constantFrom('link', 'link', 'link', 'crossing', 'unlink', 'withdraw'),
  one: fc.constantFrom(...ids),
  other: fc.constantFrom(...ids),
  /** How many events the reactor follows before the next step: often fewer than there are. */
  follows: fc.nat(3),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const take = async (world: World, { act, one, other }: Step): Promise<unknown> => {
  const { status } = world.documents(incidentBoard).get(one)!;
  if (act === 'link') return world.execute(link(one, other));
  if (act === 'unlink') return world.execute(command(UnlinkDuplicateIncident, { incidentId: one }));
  if (act === 'withdraw') return world.execute(withdraw(one));
  if (one === other || status !== 'reported') return undefined;
  const data = { incidentId: one, duplicateOf: other };
  return world.record(`incident-${one}`, { type: 'IncidentLinkedAsDuplicate', data });
};

it('every duplicate ends at a report that itself is none, whatever crosses, however far the reactor is behind', async () => {
  let most = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 20, size: 'max' }), async (steps) => {
      const world = await reported();
      for (const taken of steps) {
        await take(world, taken).catch((error: unknown) => {
          if (!(error instanceof Rejection)) throw error;
        });
        await world.react(firstReports, taken.follows);
      }
      await world.react(firstReports);
      expect([links(world), sound(world)]).toEqual([links(world), true]);
      most = Math.max(most, [...links(world)].filter((each) => /[a-e]/.test(each)).length);
    }),
    { numRuns: 150 },
  );
  expect(most).toBeGreaterThan(2);
});
