import { describe, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { chain, dissolved, formed, type History, treeOf } from '../../test/party-orgs.ts';
import { formPartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';

const org = scenario(partyOrgFold);
const [, , community] = chain;
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
