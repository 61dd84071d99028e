import { describe, it } from '@jest/globals';
import type { DecidedOf, DelineateGrid, GridEvent, MergeGrids, SplitGrid } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { rectangle, ring } from '../../test/rings.ts';
import { appointGridLeader, appointGridMember, endGridAppointment } from './appoint.decisions.ts';
import { delineateGrid } from './delineate.decision.ts';
import { gridFold } from './grid.ts';
import { mergeGrids } from './merge.decision.ts';
import { redrawGrid } from './redraw.decision.ts';
import { retireGrid } from './retire.decision.ts';
import { splitGrid } from './split.decision.ts';

const communityCode = '320113001001';
const code = (sequence: number): string => `${communityCode}${String(sequence).padStart(3, '0')}`;
const [west, east] = [rectangle(0, 0, 4, 8), rectangle(4, 0, 8, 8)];

const delineated = (sequence: number, outline = west): GridEvent => ({
  type: 'GridDelineated',
  data: { gridCode: code(sequence), communityCode, name: `第${sequence}网格`, kind: 'comprehensive', ring: outline },
});
const led = (sequence: number, personId: string): DecidedOf<'GridLeaderAppointed'> => ({
  type: 'GridLeaderAppointed',
  data: { communityCode, gridCode: code(sequence), personId },
});
const joined = (sequence: number, personId: string, kind = 'full-time'): DecidedOf<'GridMemberAppointed'> => ({
  type: 'GridMemberAppointed',
  data: { communityCode, gridCode: code(sequence), personId, kind },
});
const left = (sequence: number, personId: string, post: string, reason: string): DecidedOf<'GridAppointmentEnded'> => ({
  type: 'GridAppointmentEnded',
  data: { communityCode, gridCode: code(sequence), personId, post, reason },
});
const two = [delineated(1, west), delineated(2, east)];
const grids = scenario(gridFold);

describe('delineating a grid', () => {
  const command: DelineateGrid = { communityCode, name: '一网格', kind: 'comprehensive', ring: [...west] };
  const facts = { neighbours: [] };
  const { ring: _, ...rest } = command;

  it('gives the first grid of a community the sequence 001', () =>
    grids
      .given()
      .when(delineateGrid, command, { facts })
      .then({
        type: 'GridDelineated',
        data: { ...rest, gridCode: code(1), ring: west },
      }));
  it('writes the outline in its one normal form, however it was drawn', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...west].reverse().concat(west.at(-1)!) }, { facts })
      .thenLike({ type: 'GridDelineated', data: { ring: west } }));
  it('takes a code that is assigned already', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, gridCode: code(40) }, { facts })
      .thenLike({ type: 'GridDelineated', data: { gridCode: code(40) } }));
  it('goes on above the highest code ever used', () =>
    grids
      .given(delineated(40, east))
      .when(delineateGrid, command, { facts })
      .thenLike({ type: 'GridDelineated', data: { gridCode: code(41) } }));
  it('refuses a code of another community', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, gridCode: '320113001002001' }, { facts })
      .thenRejected('grid.code-of-another-community'));
  it('refuses a code that a grid had which is no more', () =>
    grids
      .given(delineated(1), { type: 'GridRetired', data: { communityCode, gridCode: code(1), reason: '搬迁' } })
      .when(delineateGrid, { ...command, gridCode: code(1) }, { facts })
      .thenRejected('grid.code-used', { gridCode: code(1) }));
  it('refuses when the codes of the community are used up', () =>
    grids.given(delineated(999, east)).when(delineateGrid, command, { facts }).thenRejected('grid.codes-exhausted'));
  it('refuses ground that a grid of the community covers', () =>
    grids
      .given(delineated(1, rectangle(3, 0, 8, 8)))
      .when(delineateGrid, command, { facts })
      .thenRejected('grid.overlaps', { gridCode: code(1) }));
  it('refuses ground that a grid of another community covers', () =>
    grids
      .given()
      .when(delineateGrid, command, { facts: { neighbours: [{ gridCode: '320113001002001', ring: west }] } })
      .thenRejected('grid.overlaps', { gridCode: '320113001002001' }));
  it('refuses an outline that crosses itself', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...ring([0, 0], [4, 4], [4, 0], [0, 6])] }, { facts })
      .thenRejected('grid.bad-ring', { problem: 'self-crossing' }));
  it('refuses a grid wider than any district', () =>
    grids
      .given()
      .when(delineateGrid, { ...command, ring: [...rectangle(0, 0, 600, 8)] }, { facts })
      .thenRejected('grid.bad-ring', { problem: 'too-large' }));
});

describe('splitting a grid', () => {
  const [south, north] = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)];
  const command: SplitGrid = {
    gridCode: code(1),
    parts: [
      { name: '南网格', ring: [...south] },
      { name: '北网格', kind: 'dedicated', ring: [...north] },
    ],
  };
  const parts = [
    { gridCode: code(3), name: '南网格', kind: 'comprehensive', ring: south, members: [] as object[] },
    { gridCode: code(4), name: '北网格', kind: 'dedicated', ring: north, members: [] as object[] },
  ] as const;
  const [first, second] = parts;
  const withParts = (...changes: readonly object[]): SplitGrid => ({
    ...command,
    parts: command.parts.map((part, i) => ({ ...part, ...changes[i] })),
  });

  it('gives the parts new codes and keeps the kind where none is named', () =>
    grids
      .given(...two)
      .when(splitGrid, command)
      .thenLike({ type: 'GridSplit', data: { communityCode, gridCode: code(1), parts } }));
  it('lets leader and members go on with the first part unless told', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'))
      .when(splitGrid, command)
      .thenLike({
        type: 'GridSplit',
        data: {
          parts: [{ ...first, leaderId: 'wang', members: [{ personId: 'li', kind: 'full-time' }] }, second],
        },
      }));
  it('lets leader and members go on with the parts that name them', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'), joined(1, 'zhao', 'part-time'))
      .when(splitGrid, withParts({ memberIds: ['zhao'] }, { keepsLeader: true }))
      .thenLike({
        type: 'GridSplit',
        data: {
          parts: [
            { ...first, members: [{ personId: 'zhao', kind: 'part-time' }] },
            { ...second, leaderId: 'wang', members: [{ personId: 'li', kind: 'full-time' }] },
          ],
        },
      }));
  it('refuses two parts that keep the leader', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ keepsLeader: true }, { keepsLeader: true }))
      .thenRejected('grid.leader-to-one-part'));
  it('refuses a member named by two parts', () =>
    grids
      .given(...two, joined(1, 'li'))
      .when(splitGrid, withParts({ memberIds: ['li'] }, { memberIds: ['li'] }))
      .thenRejected('grid.member-to-one-part', { personId: 'li' }));
  it('refuses to take along who is no member', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ memberIds: ['li'] }))
      .thenRejected('grid.not-a-member', { personId: 'li' }));
  it('refuses parts that leave ground out', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ ring: [...rectangle(0, 0, 4, 3)] }))
      .thenRejected('grid.territory-not-conserved'));
  it('refuses parts that overlap', () =>
    grids
      .given(...two)
      .when(splitGrid, withParts({ ring: [...rectangle(0, 0, 4, 5)] }))
      .thenRejected('grid.territory-not-conserved'));
  it('refuses a grid there never was', () =>
    grids
      .given()
      .when(splitGrid, command)
      .thenRejected('grid.unknown', { gridCode: code(1) }));
  it('refuses a grid that was split before', () =>
    grids
      .given(...two, { type: 'GridSplit', data: { communityCode, gridCode: code(1), parts: [] } })
      .when(splitGrid, command)
      .thenRejected('grid.ended', { gridCode: code(1), status: 'split' }));
  it('refuses when too few codes are left', () =>
    grids
      .given(...two, delineated(998, rectangle(20, 0, 24, 4)))
      .when(splitGrid, command)
      .thenRejected('grid.codes-exhausted'));
});

describe('merging grids', () => {
  const command: MergeGrids = { communityCode, gridCodes: [code(1), code(2)], name: '合并网格' };
  const merged = {
    gridCode: code(3),
    name: '合并网格',
    kind: 'comprehensive',
    ring: rectangle(0, 0, 8, 8),
    members: [] as object[],
  } as const;
  const event = (over: object = {}) => ({
    type: 'GridsMerged',
    data: { communityCode, gridCodes: [code(1), code(2)], merged: { ...merged, ...over } },
  });

  it('covers exactly the ground of the grids that end', () =>
    grids
      .given(...two)
      .when(mergeGrids, command)
      .thenLike(event()));
  it('keeps the only leader', () =>
    grids
      .given(...two, led(2, 'wang'))
      .when(mergeGrids, command)
      .thenLike(event({ leaderId: 'wang' })));
  it('asks which of two leaders stays', () =>
    grids
      .given(...two, led(1, 'wang'), led(2, 'li'))
      .when(mergeGrids, command)
      .thenRejected('grid.leader-to-be-chosen', { leaders: 2 }));
  it('releases the leader who does not stay', () =>
    grids
      .given(...two, led(1, 'wang'), led(2, 'li'))
      .when(mergeGrids, { ...command, leaderId: 'li' })
      .thenLike(left(1, 'wang', 'leader', 'merged'), event({ leaderId: 'li' })));
  it('takes all members along, each once, full time where they served so anywhere', () =>
    grids
      .given(...two, joined(1, 'li', 'part-time'), joined(2, 'li', 'full-time'), joined(2, 'zhao', 'part-time'))
      .when(mergeGrids, command)
      .thenLike(
        event({
          members: [
            { personId: 'li', kind: 'full-time' },
            { personId: 'zhao', kind: 'part-time' },
          ],
        }),
      ));
  it('ends the membership of the leader who stays', () =>
    grids
      .given(...two, led(1, 'wang'), joined(2, 'wang'))
      .when(mergeGrids, command)
      .thenLike(left(2, 'wang', 'member', 'promoted'), event({ leaderId: 'wang' })));
  it('refuses a leader who leads none of them', () =>
    grids
      .given(...two, led(1, 'wang'))
      .when(mergeGrids, { ...command, leaderId: 'li' })
      .thenRejected('grid.not-a-leader-of-these'));
  it('refuses grids that lie apart', () =>
    grids
      .given(delineated(1), delineated(2, rectangle(20, 0, 24, 4)))
      .when(mergeGrids, command)
      .thenRejected('grid.not-one-territory'));
  it('refuses a grid of another community', () =>
    grids
      .given(...two)
      .when(mergeGrids, { ...command, gridCodes: [code(1), '320113001002001'] })
      .thenRejected('grid.unknown'));
});

describe('redrawing borders', () => {
  const [narrow, wide] = [rectangle(0, 0, 2, 8), rectangle(2, 0, 8, 8)];
  const command = {
    communityCode,
    grids: [
      { gridCode: code(1), ring: [...narrow] },
      { gridCode: code(2), ring: [...wide] },
    ],
  };
  const redrawn = {
    type: 'GridsRedrawn',
    data: {
      communityCode,
      grids: [
        { gridCode: code(1), ring: narrow },
        { gridCode: code(2), ring: wide },
      ],
    },
  } as const;

  it('moves a border so that both together cover what they covered', () =>
    grids
      .given(...two)
      .when(redrawGrid, command)
      .then(redrawn));
  it('has nothing to do where no border moves', () =>
    grids
      .given(...two, redrawn)
      .when(redrawGrid, command)
      .then());
  it('refuses borders that leave ground out', () =>
    grids
      .given(...two)
      .when(redrawGrid, { ...command, grids: [command.grids[0]!, { gridCode: code(2), ring: [...east] }] })
      .thenRejected('grid.territory-not-conserved'));
  it('refuses one grid named twice', () =>
    grids
      .given(...two)
      .when(redrawGrid, { ...command, grids: [command.grids[0]!, command.grids[0]!] })
      .thenRejected('grid.named-twice'));
});

describe('retiring a grid', () => {
  const command = { gridCode: code(1), reason: '整体搬迁' };

  it('refuses to leave ground to nobody', () =>
    grids
      .given(...two)
      .when(retireGrid, command)
      .thenRejected('grid.territory-left-to-nobody'));
  it('hands the ground over to a neighbour and releases its people', () =>
    grids
      .given(...two, led(1, 'wang'), joined(1, 'li'))
      .when(retireGrid, { ...command, successorCode: code(2) })
      .then(left(1, 'wang', 'leader', 'retired'), left(1, 'li', 'member', 'retired'), {
        type: 'GridRetired',
        data: { communityCode, ...command, successor: { gridCode: code(2), ring: rectangle(0, 0, 8, 8) } },
      }));
  it("gives up the community's last grid without a neighbour", () =>
    grids
      .given(delineated(1))
      .when(retireGrid, command)
      .then({ type: 'GridRetired', data: { communityCode, ...command } }));
  it('refuses a neighbour that is none', () =>
    grids
      .given(delineated(1), delineated(2, rectangle(20, 0, 24, 4)))
      .when(retireGrid, { ...command, successorCode: code(2) })
      .thenRejected('grid.not-one-territory'));
  it('refuses the grid itself as its neighbour', () =>
    grids
      .given(...two)
      .when(retireGrid, { ...command, successorCode: code(1) })
      .thenRejected('grid.successor-is-itself'));
});

describe('appointing in a grid', () => {
  const facts = { known: true, qualified: true };
  const lead = { gridCode: code(1), personId: 'wang' };
  const serve = { gridCode: code(1), personId: 'wang', kind: 'part-time' as const };

  it('appoints a leader who qualifies', () =>
    grids.given(delineated(1)).when(appointGridLeader, lead, { facts }).then(led(1, 'wang')));
  it('refuses a leader who holds no post that qualifies', () =>
    grids
      .given(delineated(1))
      .when(appointGridLeader, lead, { facts: { known: true, qualified: false } })
      .thenRejected('grid.leader-not-qualified', { personId: 'wang' }));
  it('refuses a second leader', () =>
    grids
      .given(delineated(1), led(1, 'li'))
      .when(appointGridLeader, lead, { facts })
      .thenRejected('grid.lead-already-appointed', { gridCode: code(1) }));
  it('has nothing to do where they lead it already', () =>
    grids.given(delineated(1), led(1, 'wang')).when(appointGridLeader, lead, { facts }).then());
  it('appoints another leader once the first was released', () =>
    grids
      .given(delineated(1), led(1, 'li'), left(1, 'li', 'leader', 'resigned'))
      .when(appointGridLeader, lead, { facts })
      .thenLike({ type: 'GridLeaderAppointed', data: { personId: 'wang' } }));
  it('ends the membership of a member who becomes leader', () =>
    grids
      .given(delineated(1), joined(1, 'wang'))
      .when(appointGridLeader, lead, { facts })
      .thenLike(left(1, 'wang', 'member', 'promoted'), { type: 'GridLeaderAppointed', data: { personId: 'wang' } }));
  it('appoints a member', () =>
    grids
      .given(delineated(1))
      .when(appointGridMember, serve, { facts })
      .then(joined(1, 'wang', 'part-time')));
  it('changes how a member serves', () =>
    grids
      .given(delineated(1), joined(1, 'wang', 'full-time'))
      .when(appointGridMember, serve, { facts })
      .then(joined(1, 'wang', 'part-time')));
  it('has nothing to do where a member serves so already', () =>
    grids
      .given(delineated(1), joined(1, 'wang', 'part-time'))
      .when(appointGridMember, serve, { facts })
      .then());
  it('refuses to make the leader a member', () =>
    grids
      .given(delineated(1), led(1, 'wang'))
      .when(appointGridMember, serve, { facts })
      .thenRejected('grid.leader-is-no-member'));
  it.each([
    ['a leader', appointGridLeader],
    ['a member', appointGridMember],
  ])('refuses %s whom nobody knows', (_, decide) =>
    grids
      .given(delineated(1))
      .when(decide as typeof appointGridMember, serve, { facts: { known: false, qualified: false } })
      .thenRejected('grid.unknown-person', { personId: 'wang' }),
  );
  it('refuses a grid that is no more', () =>
    grids
      .given(delineated(1), { type: 'GridRetired', data: { communityCode, gridCode: code(1), reason: '搬迁' } })
      .when(appointGridLeader, lead, { facts })
      .thenRejected('grid.ended', { status: 'retired' }));
  it('releases a leader', () =>
    grids
      .given(delineated(1), led(1, 'wang'))
      .when(endGridAppointment, { ...lead, reason: 'resigned' })
      .then(left(1, 'wang', 'leader', 'resigned')));
  it('releases a member', () =>
    grids
      .given(delineated(1), joined(1, 'wang'))
      .when(endGridAppointment, { ...lead, reason: 'other' })
      .then(left(1, 'wang', 'member', 'other')));
  it('refuses to release who is not appointed there', () =>
    grids
      .given(delineated(1), led(1, 'li'))
      .when(endGridAppointment, { ...lead, reason: 'other' })
      .thenRejected('grid.not-appointed'));
});
