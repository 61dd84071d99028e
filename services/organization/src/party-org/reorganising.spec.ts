import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { chain, dissolved, ended, formed, made, treeOf } from '../../test/party-orgs.ts';
import { reorganisePartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';

const org = scenario(partyOrgFold);
const [, street, community] = chain;
const branch = formed('branch', 'grid-branch', '320113001001', 'community');

describe('reorganising a party organisation', () => {
  const tree = treeOf(...chain, branch);

  it('records all of what it is now, and whose appointments go on', () =>
    org
      .given(
        community,
        made('a-1', 'secretary'),
        made('a-2', 'committee-member', 'person-2'),
        ended('a-1', 'secretary'),
      )
      .when(reorganisePartyOrg, { orgId: 'community', name: '新名' }, { facts: tree })
      .then({
        type: 'PartyOrgReorganised',
        data: {
          orgId: 'community',
          parentId: 'street',
          previousParentId: 'street',
          kind: 'community-committee',
          name: '新名',
          regionCode: '320113001001',
          appointments: [{ appointmentId: 'a-2', personId: 'person-2' }],
        },
      }));

  it('does nothing where nothing would change', () =>
    org
      .given(community)
      .when(reorganisePartyOrg, { orgId: 'community', name: 'community', kind: 'community-committee' }, { facts: tree })
      .then());

  it('puts a group under a branch of its community', () =>
    org
      .given(formed('group', 'party-group', '320113001001', 'community'))
      .when(reorganisePartyOrg, { orgId: 'group', parentId: 'branch' }, { facts: tree })
      .thenLike({ type: 'PartyOrgReorganised', data: { parentId: 'branch', previousParentId: 'community' } }));

  it('never puts one below itself, whatever it becomes', () => {
    const below = (over: object) =>
      org
        .given(community)
        .when(reorganisePartyOrg, { orgId: 'community', parentId: 'community', ...over }, { facts: tree });
    below({}).thenRejected('party-org.under-itself');
    below({ kind: 'grid-branch' }).thenRejected('party-org.under-itself');
  });

  it('never puts one below what stands below it', () =>
    org
      .given(community)
      .when(reorganisePartyOrg, { orgId: 'community', parentId: 'branch', kind: 'party-group' }, { facts: tree })
      .thenRejected('party-org.child-not-allowed', { childId: 'branch' }));

  it('raises a general branch to a committee, whose branches stay', () => {
    const general = formed('general', 'community-general-branch', '320113001002', 'street');
    org
      .given(general)
      .when(
        reorganisePartyOrg,
        { orgId: 'general', kind: 'community-committee' },
        { facts: treeOf(...chain, general, formed('b', 'grid-branch', '320113001002', 'general')) },
      )
      .thenLike({ type: 'PartyOrgReorganised', data: { kind: 'community-committee' } });
  });

  it('refuses a kind under which what stands below it could not stand', () =>
    org
      .given(branch)
      .when(
        reorganisePartyOrg,
        { orgId: 'branch', kind: 'party-group' },
        { facts: treeOf(...chain, branch, formed('group', 'party-group', '320113001001', 'branch')) },
      )
      .thenRejected('party-org.child-not-allowed', { childId: 'group', kind: 'party-group' }));

  it('refuses a kind that lacks a post somebody holds, until that appointment has ended', () => {
    const command = { orgId: 'branch', kind: 'party-group' } as const;
    org
      .given(branch, made('a-1', 'secretary'))
      .when(reorganisePartyOrg, command, { facts: tree })
      .thenRejected('party-org.post-not-in-kind', { post: 'secretary' });
    org
      .given(branch, made('a-1', 'secretary'), ended('a-1', 'secretary'))
      .when(reorganisePartyOrg, command, { facts: tree })
      .thenLike({ type: 'PartyOrgReorganised', data: { kind: 'party-group', appointments: [] } });
  });

  it('gives it another grid of its community, and no place beyond', () => {
    const move = (regionCode: string) =>
      org
        .given(formed('branch', 'grid-branch', '320113001001001', 'community'))
        .when(reorganisePartyOrg, { orgId: 'branch', regionCode }, { facts: tree });
    move('320113001001009').thenLike({ type: 'PartyOrgReorganised', data: { regionCode: '320113001001009' } });
    move('320113001001').thenLike({ type: 'PartyOrgReorganised', data: { regionCode: '320113001001' } });
    move('320113001002001').thenRejected('party-org.leaves-community');
    org
      .given(street)
      .when(reorganisePartyOrg, { orgId: 'street', regionCode: '320113002' }, { facts: tree })
      .thenRejected('party-org.leaves-community');
  });

  it('checks the new place as forming does', () =>
    org
      .given(branch)
      .when(reorganisePartyOrg, { orgId: 'branch', kind: 'community-committee', parentId: 'street' }, { facts: tree })
      .thenRejected('party-org.place-already-led', { orgId: 'community' }));

  it('is refused for what does not exist, or no longer', () => {
    const command = { orgId: 'community', name: '新名' };
    org.given().when(reorganisePartyOrg, command, { facts: tree }).thenRejected('party-org.unknown');
    org
      .given(community, dissolved('community'))
      .when(reorganisePartyOrg, command, { facts: tree })
      .thenRejected('party-org.dissolved');
  });
});
