import { describe, expect, it } from '@jest/globals';
import { ChangeStanding, fill } from '@panshi/contracts';
import type { Recorded } from '@panshi/testing/in-memory';
import { smallDistrict } from '../../test/district.ts';
import { reactionContext } from '../../test/reaction-context.ts';
import type { World } from '../../test/world.ts';
import { appointmentsView } from '../views/appointments.view.ts';
import { leaveOffice } from './leave-office.reactor.ts';

const standing = (fields: ChangeStanding): ChangeStanding => fill(ChangeStanding, fields);
const react = async (world: World, event: Recorded) =>
  leaveOffice.react(event as Parameters<typeof leaveOffice.react>[0], reactionContext(world));
const reactionsTo = async (command: ChangeStanding) => {
  const world = smallDistrict();
  const [event] = world.execute(command);
  return { world, reactions: await react(world, event!) };
};

describe('leaving office', () => {
  it('ends every post and closes every account of who left, once each', async () => {
    const { reactions } = await reactionsTo(standing({ personId: 'chen', serving: false }));
    expect(reactions).toEqual([
      { command: { orgId: 'community-1', appointmentId: 'a-chen', reason: 'standing-lost' }, key: 'a-chen' },
      { command: { orgId: 'branch-1', appointmentId: 'a-chen-2', reason: 'standing-lost' }, key: 'a-chen-2' },
      { command: { username: 'yaohua-1', reason: 'standing-lost' }, key: 'yaohua-1' },
    ]);
  });

  it('ends the posts, and leaves the accounts, of who left the Party only', async () => {
    const { reactions } = await reactionsTo(standing({ personId: 'dai', partyMember: false }));
    expect(reactions.map(({ key }) => key)).toEqual(['a-dai']);
  });

  it('leaves whoever moved alone', async () => {
    const { reactions } = await reactionsTo(standing({ personId: 'chen', regionCode: '320113002' }));
    expect(reactions).toEqual([]);
  });

  it('issues commands that the decisions take, and nothing is left to do then', async () => {
    const { world, reactions } = await reactionsTo(standing({ personId: 'chen', serving: false }));
    for (const { command } of reactions) world.execute(command);
    const left = [...world.documents(appointmentsView).values()].filter(({ personId }) => personId === 'chen');
    expect(left.map(({ status }) => status)).toEqual(['ended', 'ended']);
    expect(
      await react(
        world,
        world.log.find(({ type }) => type === 'PersonStandingChanged')!,
      ),
    ).toEqual([]);
  });

  it('takes back a post given in the very moment its holder left', async () => {
    const world = smallDistrict();
    world.execute(standing({ personId: 'chen', serving: false }));
    const given = world.log.find(({ type }) => type === 'AppointmentMade')!;
    expect((await react(world, given)).map(({ key }) => key)).toContain('a-chen');
  });

  it('leaves a post given to who serves', async () => {
    const world = smallDistrict();
    expect(
      await react(
        world,
        world.log.find(({ type }) => type === 'AppointmentMade')!,
      ),
    ).toEqual([]);
    expect(
      await react(
        world,
        world.log.find(({ type }) => type === 'AccountOpened')!,
      ),
    ).toEqual([]);
  });
});
