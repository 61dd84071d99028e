import { describe, expect, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { dissolvePartyOrg, formPartyOrg, reorganisePartyOrg } from './party-org.decisions.ts';
import { chain, dissolved, ended, formed, type History, made, reorganised, treeOf } from '../../test/party-orgs.ts';
import { partyOrgFold } from './party-org.ts';

const org = scenario(partyOrgFold);
const [district, street, community] = chain;
const branch = formed('branch', 'grid-branch', '320113001001', 'community');

describe('forming a party organisation', () => {
  const command = { orgId: 'new', parentId: 'street', kind: 'community-committee', name: '社区党委' } as const;
  const form = (over: object, ...given: History) =>
    org.given().when(formPartyOrg, { ...command, regionCode: '320113001002', ...over }, { facts: treeOf(...given) });

  it('records where it stands', () =>
    form({}, ...chain).then({
      type: 'PartyOrgFormed',
      data: { ...command, regionCode: '320113001002' },
    }));

  it('takes an id from the command where none was given', () =>
    form({ orgId: undefined }, ...chain).thenLike({ type: 'PartyOrgFormed', data: { orgId: 'orgId-1' } }));

  it('is refused under an id in use, or once in use', () => {
    const again = { ...command, regionCode: '320113001002' };
    const facts = treeOf(...chain);
    org.given(community).when(formPartyOrg, again, { facts }).thenRejected('party-org.exists');
    org.given(community, dissolved('community')).when(formPartyOrg, again, { facts }).thenRejected('party-org.exists');
  });

  it('is refused without an organisation above', () =>
    form({ parentId: undefined }, ...chain).thenRejected('party-org.parent-required', { kind: 'community-committee' }));

  it('is refused under an organisation unknown or dissolved', () => {
    form({ parentId: 'nobody' }, ...chain).thenRejected('party-org.unknown-parent', { parentId: 'nobody' });
    form({}, ...chain, dissolved('street', 'district')).thenRejected('party-org.unknown-parent');
  });

  it('is refused under a kind that the table does not allow', () =>
    form({ parentId: 'district' }, ...chain).thenRejected('party-org.parent-not-allowed', {
      kind: 'community-committee',
      parentKind: 'district-committee',
    }));

  it('is refused in a region of another level than its kind has', () =>
    form({ regionCode: '320113001' }, ...chain).thenRejected('party-org.region-level'));

  it('is refused in a region outside that of the organisation above', () =>
    form({ regionCode: '320113002001' }, ...chain).thenRejected('party-org.region-outside-parent', {
      parentRegion: '320113001',
    }));

  it('is refused where a committee or a general branch leads the community already', () => {
    const regionCode = '320113001001';
    form({ regionCode }, ...chain).thenRejected('party-org.place-already-led', { orgId: 'community' });
    form({ regionCode, kind: 'community-general-branch' }, ...chain).thenRejected('party-org.place-already-led');
  });

  it('is allowed where the former one was dissolved', () =>
    form({ regionCode: '320113001001' }, ...chain, dissolved('community', 'street')).thenLike({
      type: 'PartyOrgFormed',
      data: { orgId: 'new' },
    }));

  const root = { kind: 'district-committee', regionCode: '320113', parentId: undefined } as const;
  it('makes a root of a district committee', () =>
    form(root).thenLike({ type: 'PartyOrgFormed', data: { kind: 'district-committee' } }));
  it('puts no district committee under another organisation', () =>
    form({ ...root, parentId: 'street' }, ...chain).thenRejected('party-org.root-has-no-parent'));
  it('gives a district one committee', () => form(root, ...chain).thenRejected('party-org.place-already-led'));

  it('lets a community have many branches, each for itself or for a grid, and groups below them', () => {
    const below = { kind: 'grid-branch', parentId: 'community' } as const;
    form({ ...below, regionCode: '320113001001' }, ...chain, branch).thenLike({ type: 'PartyOrgFormed', data: below });
    form({ ...below, regionCode: '320113001001003' }, ...chain).thenLike({ type: 'PartyOrgFormed', data: below });
    const group = { kind: 'party-group', parentId: 'branch', regionCode: '320113001001003' } as const;
    form(group, ...chain, branch).thenLike({ type: 'PartyOrgFormed', data: group });
  });
});

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

describe('dissolving a party organisation', () => {
  const dissolve = (...given: History) => ({
    in: (...tree: History) =>
      org.given(...given).when(dissolvePartyOrg, { orgId: 'community' }, { facts: treeOf(...tree) }),
  });

  it('ends the appointments in it, and no ended one again', () =>
    dissolve(community, made('a-1', 'secretary'), made('a-2', 'party-backbone', 'person-2'), ended('a-1', 'secretary'))
      .in(...chain)
      .then(
        {
          type: 'AppointmentEnded',
          data: {
            appointmentId: 'a-2',
            personId: 'person-2',
            orgId: 'community',
            post: 'party-backbone',
            regionCode: '320113001001',
            until: '2026-03-02',
            reason: 'org-dissolved',
          },
        },
        { type: 'PartyOrgDissolved', data: { orgId: 'community', parentId: 'street', regionCode: '320113001001' } },
      ));

  it('is refused while another stands under it', () => {
    dissolve(community)
      .in(...chain, branch)
      .thenRejected('party-org.children-remain', { count: 1 });
    dissolve(community)
      .in(...chain, branch, reorganised('branch', 'grid-branch', '320113001001', 'elsewhere'))
      .thenLike({ type: 'PartyOrgDissolved', data: {} });
  });

  it('does nothing a second time', () => dissolve(community, dissolved('community')).in(district, street).then());

  it('is refused for what does not exist', () => dissolve().in().thenRejected('party-org.unknown'));
});

describe('the fold', () => {
  it('leaves what never was formed alone', () => {
    expect(org.given(ended('a-1', 'secretary')).state).toEqual({ status: 'none' });
    expect(org.given(community, ended('a-9', 'secretary')).state).toMatchObject({ appointments: {} });
  });
});
