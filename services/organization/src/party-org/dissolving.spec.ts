import { describe, expect, it } from '@jest/globals';
import { scenario } from '@panshi/testing';
import { chain, dissolved, ended, formed, type History, made, reorganised, treeOf } from '../../test/party-orgs.ts';
import { dissolvePartyOrg } from './party-org.decisions.ts';
import { partyOrgFold } from './party-org.ts';

const org = scenario(partyOrgFold);
const [district, street, community] = chain;
const branch = formed('branch', 'grid-branch', '320113001001', 'community');

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
