import { NarrowScope, OpenCloudGroup, RecordMembership, RecordVerbalApproval, WidenScope } from '@panshi/contracts';
import { command } from './command.ts';
import { activation, basis, busyDistrict, communities, districtCode, gridCode } from './district.ts';
import { actorOf, system, type World } from './world.ts';

/** Wartime that zhao asked for and li approved by telephone, as wang recorded it; with all that may be asked for after. */
const spokenFor = async (world: World): Promise<void> => {
  const li = { username: 'li', personId: 'li' };
  const account = { type: 'AccountOpened', data: { ...li, post: '值班', regionCode: districtCode } } as const;
  const role = { type: 'RoleGranted', data: { ...li, role: 'emergency-commander', territory: districtCode } } as const;
  world.record('account-li', account);
  world.record('account-li', role);
  const zhao = system(actorOf('zhao'));
  await world.execute(activation('spoken', { hazard: 'other', level: 'II' }), zhao);
  const said = { districtCode, requestId: 'spoken', approver: 'li', at: world.now, channel: 'telephone' } as const;
  await world.execute(command(RecordVerbalApproval, said), system(actorOf('wang')));
  const reason = '演变';
  const handover = { kind: 'mobilisation' as const, id: districtCode, handedTo: districtCode };
  const narrow = { districtCode, activationId: 'spoken', requestId: 'narrow', scope: [communities[0]], basis, reason };
  await world.execute(command(NarrowScope, { ...narrow, openItems: [handover] }), zhao);
  const widen = { districtCode, activationId: 'small', requestId: 'widen', added: [communities[1]], basis, reason };
  await world.execute(command(WidenScope, widen), zhao);
};

/** The service after something of every kind has happened: each of its views holds documents. */
export const busyWorld = async (): Promise<World> => {
  const world = await busyDistrict();
  const deadlineRules = [{ categoryPrefix: '2', effect: 'pause' as const }];
  await world.execute(activation('small', { level: 'IV', scope: [communities[0]], deadlineRules }));
  await spokenFor(world);
  const groupId = 'group-1';
  await world.execute(command(OpenCloudGroup, { groupId, communityCode: communities[0], name: '示例群' }));
  const ofGrid = { groupId: 'group-2', communityCode: communities[2], gridCode: gridCode(2, 2), name: '网格群' };
  await world.execute(command(OpenCloudGroup, ofGrid));
  const count = { members: 120, source: 'group-owner', countedOn: world.now.slice(0, 10) } as const;
  await world.execute(command(RecordMembership, { groupId, ...count }));
  return world;
};
