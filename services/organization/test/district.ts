import {
  AppointToPost,
  FormPartyOrg,
  GrantRole,
  OpenAccount,
  type PartyOrgKind,
  type PostCode,
  RegisterPerson,
} from '@panshi/contracts';
import { emptyWorld, type World } from './world.ts';

const command = <C extends object>(type: new () => C, fields: C): C => Object.assign(new type(), fields);

export const form = (orgId: string, kind: PartyOrgKind, regionCode: string, parentId?: string, name = orgId) =>
  command(FormPartyOrg, { orgId, kind, regionCode, parentId, name });
export const register = (personId: string, regionCode = '320113001', partyMember = true, phone?: string) =>
  command(RegisterPerson, { personId, regionCode, partyMember, phone, name: `演示${personId}` });
export const appoint = (appointmentId: string, personId: string, orgId: string, post: PostCode, from = '2026-01-01') =>
  command(AppointToPost, { appointmentId, personId, orgId, post, from });
export const openFor = (username: string, personId: string, regionCode = '320113001') =>
  command(OpenAccount, { username, personId, regionCode, post: '值班员' });
export const grant = (username: string, role: string, territory = '320113001') =>
  command(GrantRole, { username, role, territory });

/** A second auditor of the district, whose account another district looks after. */
export const auditorFromElsewhere: readonly object[] = [
  register('gao', '320114', false),
  openFor('elsewhere-1', 'gao', '320114'),
  grant('elsewhere-1', 'auditor', '320113'),
];

/** Two streets with a community each; Chen leads the first community and is in its branch, Dai serves in the second. */
export const smallDistrict = async (): Promise<World> => {
  const world = emptyWorld();
  for (const each of [
    form('district', 'district-committee', '320113', undefined, '栖霞区委'),
    form('street-1', 'street-working-committee', '320113001', 'district', '尧化街道党工委'),
    form('street-2', 'street-working-committee', '320113002', 'district', '马群街道党工委'),
    form('community-1', 'community-committee', '320113001001', 'street-1', '演示社区党委'),
    form('community-2', 'community-general-branch', '320113002001', 'street-2', '演示社区党总支'),
    form('branch-1', 'grid-branch', '320113001001001', 'community-1', '第一网格党支部'),
    register('chen', '320113001', true, '13800000000'),
    register('dai', '320113001'),
    register('fan', '320113002', false),
    appoint('a-chen', 'chen', 'community-1', 'secretary'),
    appoint('a-chen-2', 'chen', 'branch-1', 'party-backbone', '2026-02-01'),
    appoint('a-dai', 'dai', 'community-2', 'party-affairs-worker', '2025-07-01'),
    openFor('yaohua-1', 'chen'),
    openFor('maqun-1', 'dai', '320113002'),
    grant('yaohua-1', 'grid-leader', '320113001001001'),
    grant('maqun-1', 'auditor', '320113'),
  ])
    await world.execute(each);
  return world;
};
