import { beforeEach, describe, expect, it } from '@jest/globals';
import { grant, openFor, smallDistrict } from '../../test/district.ts';
import { grid, merge, part, split } from '../../test/grid-changes.ts';
import type { World } from '../../test/world.ts';
import { accountsModel } from '../models/accounts.model.ts';
import { grantsFollowGrids } from './grants-follow-grids.reactor.ts';

/** Chen leads grid 1 and may act there; Fan serves in it by two accounts; Dai has rights there, and no appointment. */
describe('what is granted over a grid that is no more', () => {
  let world: World;
  const happens = async (...commands: readonly object[]) => {
    for (const each of commands) await world.execute(each);
    await world.react(grantsFollowGrids);
  };
  const held = (username: string) =>
    world
      .model(accountsModel)
      .account(username)!
      .grants.map(({ role, territory }) => `${role} ${territory}`);
  beforeEach(async () => {
    world = await smallDistrict();
    await happens(openFor('fan-1', 'fan'), openFor('fan-2', 'fan'));
    await happens(grant('fan-1', 'grid-leader', grid(1)), grant('fan-1', 'grid-leader', grid(2)));
    await happens(grant('fan-2', 'street-officer', grid(1)), grant('maqun-1', 'grid-leader', grid(1)));
    await happens(grant('yaohua-1', 'grid-leader', '320113002'));
  });

  it('goes where its holder leads or serves after a split, whatever the role and account; the rest stays', async () => {
    split(world, 1, part(3, undefined, 'fan'), part(4, 'chen'));
    await happens();
    expect(held('yaohua-1')).toEqual(['grid-leader 320113002', `grid-leader ${grid(4)}`]);
    expect(held('fan-1')).toEqual([`grid-leader ${grid(2)}`, `grid-leader ${grid(3)}`]);
    expect(held('fan-2')).toEqual([`street-officer ${grid(3)}`]);
  });

  it('stays with who did not go on', async () => {
    split(world, 1, part(3), part(4, 'chen'));
    await happens();
    expect(held('maqun-1')).toEqual(['auditor 320113', `grid-leader ${grid(1)}`]);
    expect(held('fan-2')).toEqual([`street-officer ${grid(1)}`]);
  });

  it('becomes one after a merger of grids it was held over', async () => {
    merge(world, [1, 2], part(3, 'chen', 'fan'));
    await happens();
    expect(held('fan-1')).toEqual([`grid-leader ${grid(3)}`]);
    expect(held('yaohua-1')).toContain(`grid-leader ${grid(3)}`);
  });

  it('follows through several changes, however late, and moves once', async () => {
    split(world, 1, part(3, undefined, 'fan'), part(4, 'chen'));
    merge(world, [3, 4], part(5, 'chen', 'fan'));
    await happens();
    expect(held('fan-2')).toEqual([`street-officer ${grid(5)}`]);
    const length = world.log.length;
    await world.react({ ...grantsFollowGrids, name: 'the same once more' });
    expect(world.log).toHaveLength(length);
  });

  it('is moved though it is given after the grid ended', async () => {
    split(world, 1, part(3, 'chen'), part(4));
    await happens();
    await happens(grant('yaohua-1', 'street-officer', grid(1)));
    expect(held('yaohua-1')).toContain(`street-officer ${grid(3)}`);
    expect(held('yaohua-1')).not.toContain(`street-officer ${grid(1)}`);
  });
});
