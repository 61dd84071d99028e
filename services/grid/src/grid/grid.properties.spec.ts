import { describe, expect, it } from '@jest/globals';
import { AppointGridLeader, AppointGridMember, type GridEvent } from '@panshi/contracts';
import { Rejection, type Ring, sameTerritory } from '@panshi/kernel';
import fc from 'fast-check';
import { command } from '../../test/command.ts';
import { gridCommand, gridStep } from '../../test/grid-steps.ts';
import { emptyWorld, type World } from '../../test/world.ts';
import { gridMapModel } from '../models/grid-map.model.ts';
import { gridBoard } from '../views/grid-board.view.ts';
import type { ActiveGrid } from '../community-grids/community-grids.ts';
import { ringsOf } from './known-grids.ts';

const communityCode = '320113001001';
const people = ['wang', 'li', 'zhao'];
const step = fc.oneof(
  { weight: 8, arbitrary: gridStep },
  { weight: 2, arbitrary: fc.record({ act: fc.constantFrom('lead', 'serve'), first: fc.nat(50), who: fc.nat(2) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** People who may lead, as the organization service tells of them. */
const populated = (): World => {
  const world = emptyWorld();
  for (const personId of people) {
    const regionCode = communityCode;
    const person = { personId, partyMember: true, regionCode, name: personId };
    world.record(`person-${personId}`, { type: 'PersonRegistered', data: person });
    const appointment = { appointmentId: personId, personId, orgId: 'org', post: 'party-backbone', regionCode };
    world.record('party-org-org', { type: 'AppointmentMade', data: { ...appointment, from: '2026-01-01' } });
  }
  return world;
};

const activeIn = (world: World): readonly ActiveGrid[] =>
  [...world.documents(gridBoard).values()]
    .filter(({ status }) => status === 'active')
    .map(({ _id }) => world.model(gridMapModel).grid(_id)!);

const commandOf = (world: World, taken: Step): object => {
  const active = activeIn(world);
  if ('to' in taken || active.length === 0)
    return gridCommand(active, communityCode, { from: 0, to: 0, second: 0, ...taken } as never);
  const { gridCode } = active[taken.first % active.length]!;
  const personId = people[taken.who]!;
  return taken.act === 'lead'
    ? command(AppointGridLeader, { gridCode, personId })
    : command(AppointGridMember, { gridCode, personId, kind: 'full-time' });
};

const attempt = async (world: World, taken: Step): Promise<readonly GridEvent[]> => {
  try {
    return (await world.execute(commandOf(world, taken))) as never;
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

const peopleOf = (grids: readonly ActiveGrid[]): ReadonlySet<string> =>
  new Set(grids.flatMap((grid) => [...(grid.leaderId ? [grid.leaderId] : []), ...grid.members.keys()]));

describe('any sequence of commands on the grids of a community', () => {
  it('conserves the territory, never uses a code again, loses nobody, and shows what was decided', async () => {
    const seen = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40, size: 'max' }), async (steps) => {
        const world = populated();
        const used = new Set<string>();
        let drawn: readonly Ring[] = [];
        for (const taken of steps) {
          const before = peopleOf(activeIn(world));
          const events = await attempt(world, taken);
          const active = activeIn(world);
          const stay = peopleOf(active);
          const released = new Set(events.flatMap((e) => (e.type === 'GridAppointmentEnded' ? [e.data.personId] : [])));
          for (const { type, data } of events) {
            seen.set(type, (seen.get(type) ?? 0) + 1);
            if (type === 'GridDelineated') drawn = [...drawn, data.ring];
            if (type === 'GridRetired' && !data.successor) drawn = [];
          }
          for (const code of born(events)) {
            expect(used.has(code)).toBe(false);
            used.add(code);
          }
          expect([...before].filter((person) => !stay.has(person) && !released.has(person))).toEqual([]);
          expect(sameTerritory(ringsOf(active), drawn)).toBe(true);
          for (const grid of active) {
            const shown = world.documents(gridBoard).get(grid.gridCode)!;
            const { ring, leaderId, members } = grid;
            expect(shown).toMatchObject({ ring, leaderId, vacant: leaderId === undefined });
            expect(new Map(shown.members.map(({ personId, kind }) => [personId, kind]))).toEqual(members);
            expect(members.has(leaderId ?? '')).toBe(false);
          }
        }
      }),
      { numRuns: 150 },
    );
    const acts = ['GridSplit', 'GridsMerged', 'GridsRedrawn', 'GridRetired', 'GridLeaderAppointed'];
    for (const type of acts) expect([type, (seen.get(type) ?? 0) > 20]).toEqual([type, true]);
  });
});

const born = (events: readonly GridEvent[]): readonly string[] =>
  events.flatMap(({ type, data }) => {
    if (type === 'GridDelineated') return [data.gridCode];
    if (type === 'GridsMerged') return [data.merged.gridCode];
    return type === 'GridSplit' ? data.parts.map(({ gridCode }) => gridCode) : [];
  });
