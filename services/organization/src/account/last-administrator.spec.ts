import { beforeEach, describe, expect, it } from '@jest/globals';
import { accountStream, ChangeStanding, CloseAccount, fill, RevokeRole } from '@panshi/contracts';
import { emptyWorld, type World } from '../../test/world.ts';
import { grant, openFor, register } from '../../test/district.ts';
import { leaveOffice } from '../reactors/leave-office.reactor.ts';

const territory = '320113';
const revoke = (username: string, role: string, where = territory) =>
  fill(RevokeRole, { username, role, territory: where });
const close = (username: string) => fill(CloseAccount, { username, reason: 'not-needed' });
const leave = (personId: string) => fill(ChangeStanding, { personId, serving: false });

describe.each(['system-administrator', 'security-administrator', 'auditor'])('the last %s', (role) => {
  let world: World;
  const does = async (...commands: readonly object[]) => {
    for (const each of commands) await world.execute(each);
  };
  const refused = async (command: object) =>
    expect(world.execute(command)).rejects.toMatchObject({
      code: 'account.last-administrator',
      params: { role, territory },
    });
  beforeEach(async () => {
    world = emptyWorld();
    await does(register('first'), openFor('first-1', 'first'), grant('first-1', role, territory));
    await does(register('second'), openFor('second-1', 'second'));
  });

  it('keeps role, account and service', async () => {
    await refused(revoke('first-1', role));
    await refused(close('first-1'));
    await refused(leave('first'));
  });

  it('is one still where others hold the role in a part of the territory only, or another role', async () => {
    await does(grant('second-1', role, '320113001'), grant('second-1', 'street-officer', territory));
    await refused(revoke('first-1', role));
    await refused(close('first-1'));
    await refused(leave('first'));
    await does(revoke('second-1', role, '320113001'));
  });

  it('is none once somebody else holds the role there', async () => {
    await does(grant('second-1', role, territory), revoke('first-1', role));
    await refused(close('second-1'));
    await does(grant('first-1', role, territory), close('second-1'));
    await refused(leave('first'));
  });

  it('is who serves still, though the other’s account is not closed yet', async () => {
    await does(grant('second-1', role, territory), leave('second'));
    await refused(close('first-1'));
  });

  it('may move to another post, and give up what a second account of theirs holds too', async () => {
    await does(fill(ChangeStanding, { personId: 'first', partyMember: false }));
    await does(openFor('first-2', 'first'), grant('first-2', role, territory), close('first-1'));
    await refused(leave('first'));
  });

  it('keeps the account though they have left, where the other went in that very moment', async () => {
    await does(grant('second-1', role, territory), leave('first'));
    const data = { username: 'second-1', personId: 'second', role, territory };
    world.record(accountStream.of(data), { type: 'RoleRevoked', data });
    const left = world.log.find(({ type }) => type === 'PersonStandingChanged');
    const [closing] = await leaveOffice.react(left as never, world.views.reaction);
    expect(closing).toMatchObject({ command: { username: 'first-1' } });
    await refused(closing!.command);
  });
});
