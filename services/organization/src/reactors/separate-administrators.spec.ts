import { describe, expect, it } from '@jest/globals';
import { accountStream } from '@panshi/contracts';
import { openFor, smallDistrict } from '../../test/district.ts';
import type { World } from '../../test/world.ts';
import { separateAdministrators } from './separate-administrators.reactor.ts';

const second = 'second-1';
const auditor = { username: 'maqun-1', personId: 'dai', role: 'auditor', territory: '320113' };

/** Dai is auditor in one account already; the other is granted a role as if in that very moment, unseen. */
const grantedAtOnce = async (role: string): Promise<World> => {
  const world = await smallDistrict();
  await world.execute(openFor(second, 'dai'));
  const data = { username: second, personId: 'dai', role, territory: '320113001' };
  world.record(accountStream.of(data), { type: 'RoleGranted', data });
  return world;
};

const react = async (world: World, index: number) =>
  separateAdministrators.react(
    world.log.filter(({ type }) => type === 'RoleGranted').at(index) as never,
    world.views.reaction,
  );

describe('keeping the three administrators separate', () => {
  it('takes back a role that another account of the person excludes', async () =>
    expect(await react(await grantedAtOnce('system-administrator'), -1)).toEqual([
      { command: { username: second, role: 'system-administrator', territory: '320113001' } },
    ]));

  it('takes back the other one just the same', async () => {
    const { username, role, territory } = auditor;
    expect(await react(await grantedAtOnce('system-administrator'), -2)).toEqual([
      { command: { username, role, territory } },
    ]);
  });

  it('leaves roles that go together alone', async () => {
    expect(await react(await grantedAtOnce('street-officer'), -1)).toEqual([]);
    expect(await react(await grantedAtOnce('auditor'), -1)).toEqual([]);
  });

  it('leaves alone what was taken back already', async () => {
    const world = await grantedAtOnce('system-administrator');
    world.record(accountStream.of(auditor), { type: 'RoleRevoked', data: auditor });
    expect(await react(world, -2)).toEqual([]);
  });

  it('leaves a role alone once the other account is closed', async () => {
    const world = await grantedAtOnce('system-administrator');
    const { username, personId } = auditor;
    const data = { username, personId, reason: 'not-needed' } as const;
    world.record(accountStream.of(auditor), { type: 'AccountClosed', data });
    expect(await react(world, -1)).toEqual([]);
  });
});
