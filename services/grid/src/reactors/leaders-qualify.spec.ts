import { beforeEach, describe, expect, it } from '@jest/globals';
import { SplitGrid } from '@panshi/contracts';
import { command } from '../../test/command.ts';
import { communities, gridCode, smallDistrict } from '../../test/district.ts';
import { rectangle } from '../../test/rings.ts';
import type { World } from '../../test/world.ts';
import { gridBoard } from '../views/grid-board.view.ts';
import { leadersQualify } from './leaders-qualify.reactor.ts';

const regionCode = communities[0];
const about = (appointmentId: string, post: string) => ({
  appointmentId,
  personId: 'wang',
  orgId: 'org',
  post,
  regionCode,
});
const halves = [rectangle(0, 0, 4, 4), rectangle(0, 4, 4, 8)].map((ring) => ({ name: '半网格', ring: [...ring] }));
const split = command(SplitGrid, { gridCode: gridCode(0, 1), parts: halves });

/** Wang leads the first grid, being a party backbone. */
describe('a grid leader whose party post ends', () => {
  let world: World;
  const ends = (appointmentId = 'post-wang', post = 'party-backbone') =>
    world.record('party-org-org', {
      type: 'AppointmentEnded',
      data: { ...about(appointmentId, post), until: '2026-07-01', reason: 'removal' },
    });
  const begins = (appointmentId: string, post: string, from: string) =>
    world.record('party-org-org', { type: 'AppointmentMade', data: { ...about(appointmentId, post), from } });
  const first = (sequence = 1) => world.documents(gridBoard).get(gridCode(0, sequence));
  beforeEach(async () => {
    world = await smallDistrict();
    await world.react(leadersQualify);
  });

  it('leads it no longer, and the grid is vacant', async () => {
    ends();
    await world.react(leadersQualify);
    expect(first()).toMatchObject({ vacant: true, leaderId: undefined });
    expect(world.log.at(-1)).toMatchObject({ type: 'GridAppointmentEnded', data: { reason: 'post-ended' } });
    const length = world.log.length;
    await world.react({ ...leadersQualify, name: 'the same once more' });
    expect(world.log).toHaveLength(length);
  });

  it('leads on with another post that qualifies, but not with one that is still to begin', async () => {
    begins('secretary', 'secretary', '2026-07-01');
    ends();
    await world.react(leadersQualify);
    expect(first()).toMatchObject({ leaderId: 'wang' });
    begins('deputy', 'deputy-secretary', '2027-01-01');
    ends('secretary', 'secretary');
    await world.react(leadersQualify);
    expect(first()).toMatchObject({ vacant: true });
  });

  it('leads on where the post that ended did not qualify anyway', async () => {
    begins('clerk', 'party-affairs-worker', '2026-01-01');
    ends('clerk', 'party-affairs-worker');
    await world.react(leadersQualify);
    expect(first()).toMatchObject({ leaderId: 'wang' });
  });

  it('leads no part of it either that was split off at that moment', async () => {
    ends();
    await world.execute(split);
    expect(first(3)).toMatchObject({ leaderId: 'wang' });
    await world.react(leadersQualify);
    expect([first(3), first(4)]).toMatchObject([{ vacant: true }, { vacant: true }]);
  });
});
