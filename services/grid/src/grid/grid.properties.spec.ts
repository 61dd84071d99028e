import { describe, expect, it } from '@jest/globals';
import type { GridDecided } from '@panshi/contracts';
import { type DecisionContext, foldAll, Rejection, type Ring, sameTerritory, unionOutline } from '@panshi/kernel';
import { testContext } from '@panshi/testing';
import fc from 'fast-check';
import { cut, rectangle } from '../../test/rings.ts';
import { appointGridLeader, appointGridMember } from './appoint.decisions.ts';
import { delineateGrid } from './delineate.decision.ts';
import { type CommunityGrids, gridFold } from './grid.ts';
import { activeGrids, ringsOf } from './known-grids.ts';
import { mergeGrids } from './merge.decision.ts';
import { redrawGrid } from './redraw.decision.ts';
import { retireGrid } from './retire.decision.ts';
import { splitGrid } from './split.decision.ts';

const communityCode = '320113001001';
const context = testContext({ facts: { neighbours: [], known: true, qualified: true } });
const plain = context as unknown as DecisionContext<undefined>;

interface Step {
  readonly act: 'delineate' | 'split' | 'merge' | 'redraw' | 'retire' | 'lead' | 'serve';
  readonly first: number;
  readonly second: number;
  readonly from: number;
  readonly to: number;
  readonly person: string;
}

const step: fc.Arbitrary<Step> = fc.record({
  act: fc.constantFrom('delineate', 'split', 'split', 'merge', 'redraw', 'redraw', 'retire', 'lead', 'serve'),
  first: fc.nat(50),
  second: fc.nat(50),
  from: fc.nat(50),
  to: fc.nat(50),
  person: fc.constantFrom('wang', 'li', 'zhao'),
});

/** What a step comes to: some commands of it are refused, as they would be of people. */
const decide = (grids: CommunityGrids, { act, first, second, from, to, person }: Step): readonly GridDecided[] => {
  const active = activeGrids(grids);
  if (act === 'delineate' || active.length === 0) {
    const [x, y] = [(first % 4) * 4, (second % 4) * 4];
    const ring = rectangle(x, y, x + 4 + (from % 2) * 4, y + 4);
    return delineateGrid(grids, { communityCode, name: '网格', kind: 'comprehensive', ring: [...ring] }, context);
  }
  const grid = active[first % active.length]!;
  const other = active[second % active.length]!;
  const parts = (whole: Ring) => cut(whole, from, to).map((ring) => [...ring]);
  switch (act) {
    case 'split': {
      const [a, b] = parts(grid.ring).map((ring, i) => ({ name: '网格', ring, keepsLeader: i === second % 2 }));
      return splitGrid(grids, { gridCode: grid.gridCode, parts: [a!, b!] }, plain);
    }
    case 'merge': {
      const leaderId = grid.leaderId ?? other.leaderId;
      const gridCodes = [grid.gridCode, other.gridCode];
      return mergeGrids(grids, { communityCode, gridCodes, name: '网格', leaderId }, plain);
    }
    case 'redraw': {
      const whole = unionOutline([grid.ring, other.ring]) ?? grid.ring;
      const [a, b] = parts(whole);
      const redrawn = [
        { gridCode: grid.gridCode, ring: a! },
        { gridCode: other.gridCode, ring: b! },
      ];
      return redrawGrid(grids, { communityCode, grids: redrawn }, plain);
    }
    case 'retire': {
      const successorCode = active.length > 1 ? other.gridCode : undefined;
      return retireGrid(grids, { gridCode: grid.gridCode, reason: '调整', successorCode }, plain);
    }
    case 'lead':
      return appointGridLeader(grids, { gridCode: grid.gridCode, personId: person }, context);
    case 'serve':
      return appointGridMember(grids, { gridCode: grid.gridCode, personId: person, kind: 'full-time' }, context);
  }
};

const attempt = (grids: CommunityGrids, taken: Step): readonly GridDecided[] => {
  try {
    return decide(grids, taken);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

describe('any sequence of commands on the grids of a community', () => {
  it('conserves the territory, never uses a code again, and keeps one post a person in a grid', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        let grids: CommunityGrids = gridFold.initial;
        let drawn: readonly Ring[] = [];
        for (const taken of steps) {
          const used = new Set(grids.keys());
          const people = peopleOf(grids);
          const events = attempt(grids, taken);
          const after = foldAll(gridFold, events, grids);
          for (const { type, data } of events) {
            seen.set(type, (seen.get(type) ?? 0) + 1);
            if (type === 'GridDelineated') drawn = [...drawn, data.ring];
            if (type === 'GridRetired' && !data.successor) drawn = [];
            if (type === 'GridSplit') expect(data.parts.some(({ gridCode }) => used.has(gridCode))).toBe(false);
            if (type === 'GridsMerged') expect(used.has(data.merged.gridCode)).toBe(false);
            if (type === 'GridSplit' || type === 'GridsMerged') expect(lost(people, after, events)).toEqual([]);
          }
          grids = after;
          expect(sameTerritory(ringsOf(activeGrids(grids)), drawn)).toBe(true);
          for (const grid of activeGrids(grids)) expect(grid.members.has(grid.leaderId ?? '')).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
    for (const type of ['GridSplit', 'GridsMerged', 'GridsRedrawn', 'GridRetired', 'GridLeaderAppointed'])
      expect([type, (seen.get(type) ?? 0) > 5]).toEqual([type, true]);
  });
});

const peopleOf = (grids: CommunityGrids): ReadonlySet<string> =>
  new Set(activeGrids(grids).flatMap((grid) => [...(grid.leaderId ? [grid.leaderId] : []), ...grid.members.keys()]));

/** People who served before and serve nowhere now, though no event ended it. */
const lost = (
  before: ReadonlySet<string>,
  grids: CommunityGrids,
  events: readonly GridDecided[],
): readonly string[] => {
  const now = peopleOf(grids);
  const released = new Set(events.flatMap((e) => (e.type === 'GridAppointmentEnded' ? [e.data.personId] : [])));
  return [...before].filter((personId) => !now.has(personId) && !released.has(personId));
};
