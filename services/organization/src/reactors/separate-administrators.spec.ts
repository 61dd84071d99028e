import { describe, expect, it } from '@jest/globals';
import { CloseAccount, type EventOf, fill } from '@panshi/contracts';
import { grant, openFor, smallDistrict } from '../../test/district.ts';
import { reactionContext } from '../../test/reaction-context.ts';
import type { World } from '../../test/world.ts';
import { separateAdministrators } from './separate-administrators.reactor.ts';

const second = 'second-1';
const auditor = { username: 'maqun-1', personId: 'dai', role: 'auditor', territory: '320113' };

/** Dai is auditor in one account already; the other is granted a role as if in that very moment, unseen. */
const grantedAtOnce = (role: string): World => {
  const world = smallDistrict();
  world.execute(openFor(second, 'dai'));
  world.execute(grant(second, 'street-officer'));
  const granted = world.log.pop() as (typeof world.log)[number] & EventOf<'RoleGranted'>;
  world.log.push({ ...granted, data: { ...granted.data, role } });
  return world;
};

const react = async (world: World, index: number) =>
  separateAdministrators.react(
    world.log.filter(({ type }) => type === 'RoleGranted').at(index) as never,
    reactionContext(world),
  );

describe('keeping the three administrators separate', () => {
  it('takes back a role that another account of the person excludes', async () =>
    expect(await react(grantedAtOnce('system-administrator'), -1)).toEqual([
      { command: { username: second, role: 'system-administrator', territory: '320113001' } },
    ]));

  it('takes back the other one just the same', async () => {
    const { username, role, territory } = auditor;
    expect(await react(grantedAtOnce('system-administrator'), -2)).toEqual([
      { command: { username, role, territory } },
    ]);
  });

  it('leaves roles that go together alone', async () => {
    expect(await react(grantedAtOnce('street-officer'), -1)).toEqual([]);
    expect(await react(grantedAtOnce('auditor'), -1)).toEqual([]);
  });

  it('leaves a role alone once the other account is closed', async () => {
    const world = grantedAtOnce('system-administrator');
    world.execute(fill(CloseAccount, { username: auditor.username, reason: 'not-needed' }));
    expect(await react(world, -1)).toEqual([]);
  });
});
