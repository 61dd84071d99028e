import { describe, it } from '@jest/globals';
import type { Account, AccountEvent, RoleGrant } from '@panshi/contracts';
import { scenario } from '@panshi/testing';
import { closeAccount, type GrantFacts, grantRole, openAccount, revokeRole } from './account.decisions.ts';
import { accountFold } from './account.ts';

const account = scenario(accountFold);
const username = 'yaohua-duty-1';
const personId = 'person-7';
const territory = '320113001';

const opened: AccountEvent = {
  type: 'AccountOpened',
  data: { username, personId, post: '街道应急值班员', regionCode: territory },
};
const granted = (role: string, where = territory): AccountEvent => ({
  type: 'RoleGranted',
  data: { username, personId, role, territory: where },
});
/** A district with one unit, and no party organisation that a grant names. */
const facts: GrantFacts = {
  accounts: [],
  isRegion: (regionCode) => !regionCode.startsWith('320113099'),
  isUnit: (district, unit) => district === '320113' && unit === 'WATER',
};
const closed: AccountEvent = { type: 'AccountClosed', data: { username, personId, reason: 'not-needed' } };

describe('opening an account', () => {
  const open = (person: { serving: boolean } | undefined, ...given: readonly AccountEvent[]) =>
    account.given(...given).when(openAccount, opened.data as never, { facts: { person } });

  it('records the person and the post, and no secret', () => open({ serving: true }).then(opened as never));
  it('is refused under a username in use', () => open({ serving: true }, opened).thenRejected('account.exists'));
  it('never gives a closed account’s username again', () =>
    open({ serving: true }, opened, closed).thenRejected('account.exists', { username }));
  it('is refused for a person unknown', () => open(undefined).thenRejected('account.unknown-person', { personId }));
  it('is refused for a person who has left', () => open({ serving: false }).thenRejected('account.person-has-left'));
});

describe('granting a role', () => {
  const grant = (role: string, ...given: readonly AccountEvent[]) => ({
    by: (actor: { account: string; person: string }, ...accounts: readonly Account[]) =>
      account
        .given(...given)
        .when(
          grantRole,
          { username, role, territory },
          { actor: { ...actor, post: '安全管理员' }, facts: { ...facts, accounts } },
        ),
  });
  const administrator = { account: 'security-1', person: 'person-1' };
  const second = (role: string, status: Account['status'] = 'open'): Account => ({
    username: 'second-1',
    personId,
    post: '另一岗位',
    regionCode: territory,
    status,
    grants: [{ role, territory: '320113' }],
  });

  it('records who may now do what where', () =>
    grant('emergency-officer', opened)
      .by(administrator)
      .then({ type: 'RoleGranted', data: { username, personId, role: 'emergency-officer', territory } }));

  it('is refused to oneself: by the same account, or by another account of the same person', () => {
    grant('auditor', opened).by({ account: username, person: personId }).thenRejected('account.self-grant');
    grant('auditor', opened).by({ account: 'second-1', person: personId }).thenRejected('account.self-grant');
  });

  it.each(['mayor', 'constructor', ''])('is refused for the unknown role %j', (role) =>
    grant(role, opened).by(administrator).thenRejected('account.unknown-role', { role }),
  );

  it.each([
    ['system-administrator', 'security-administrator'],
    ['system-administrator', 'auditor'],
    ['security-administrator', 'system-administrator'],
    ['security-administrator', 'auditor'],
    ['auditor', 'system-administrator'],
    ['auditor', 'security-administrator'],
  ])('keeps the three administrators apart: %s to who is %s', (role, other) => {
    grant(role, opened, granted(other, '320113'))
      .by(administrator)
      .thenRejected('account.roles-exclude', { role, other, username });
    grant(role, opened)
      .by(administrator, second(other))
      .thenRejected('account.roles-exclude', { username: 'second-1' });
  });

  it('allows it once the other role was revoked', () =>
    grant('auditor', opened, granted('system-administrator'), {
      type: 'RoleRevoked',
      data: { username, personId, role: 'system-administrator', territory },
    })
      .by(administrator)
      .thenLike({ type: 'RoleGranted', data: { role: 'auditor' } }));

  it('allows roles that do not exclude each other, and one role over two territories', () => {
    grant('street-officer', opened, granted('emergency-officer'))
      .by(administrator, second('grid-leader'))
      .thenLike({ type: 'RoleGranted', data: { role: 'street-officer' } });
    grant('auditor', opened, granted('auditor', '320113002'))
      .by(administrator)
      .thenLike({ type: 'RoleGranted', data: { territory } });
  });

  it('is refused over a territory that is none, named or the account’s own', () => {
    const [nowhere, by] = ['320113099', { ...administrator, post: '安全管理员' }];
    const unknown = { role: 'auditor', username, territory: nowhere };
    const refused = ['account.territory-unknown', { territory: nowhere }] as const;
    account
      .given(opened)
      .when(grantRole, unknown, { actor: by, facts })
      .thenRejected(...refused);
    const there: AccountEvent = { ...opened, data: { ...opened.data, regionCode: nowhere } };
    const forUnit = { role: 'auditor', username, unit: 'WATER' };
    account
      .given(there)
      .when(grantRole, forUnit, { actor: by, facts })
      .thenRejected(...refused);
  });

  it('does nothing where it is held already', () =>
    grant('auditor', opened, granted('auditor')).by(administrator).then());

  it('is refused for an account unknown or closed', () => {
    grant('auditor').by(administrator).thenRejected('account.unknown', { username });
    grant('auditor', opened, closed).by(administrator).thenRejected('account.closed');
  });
});

describe('granting a role for a unit or an organisation', () => {
  const orgId = 'org-1';
  const actor = { account: 'security-1', person: 'person-1', post: '安全管理员' };
  const grant = (over: object, org?: GrantFacts['org']) =>
    account
      .given(opened)
      .when(grantRole, { username, role: 'department-handler', ...over }, { actor, facts: { ...facts, org } });
  const recorded = { username, personId, role: 'department-handler' };

  it('stands beside a territory', () => {
    grant({ territory: '320113', unit: 'WATER' }).then({
      type: 'RoleGranted',
      data: { ...recorded, territory: '320113', unit: 'WATER' },
    });
    grant({ territory: '320113', orgId }, { regionCode: territory }).then({
      type: 'RoleGranted',
      data: { ...recorded, territory: '320113', orgId },
    });
  });

  it('stands instead of one: then it is held over the account’s own region, or that of the organisation', () => {
    grant({ unit: 'WATER' }).then({ type: 'RoleGranted', data: { ...recorded, territory, unit: 'WATER' } });
    const community = `${territory}001`;
    grant({ orgId }, { regionCode: community }).then({
      type: 'RoleGranted',
      data: { ...recorded, territory: community, orgId },
    });
  });

  it('is refused for a unit that the district has not', () => {
    grant({ unit: 'PARKS' }).thenRejected('account.unknown-unit', { unit: 'PARKS', district: '320113' });
    grant({ territory: '320114', unit: 'WATER' }).thenRejected('account.unknown-unit', { district: '320114' });
  });

  it('is refused for an organisation that is none, or works elsewhere', () => {
    grant({ orgId }).thenRejected('account.unknown-organisation', { orgId });
    grant({ orgId }, { regionCode: '320113' }).thenRejected('account.organisation-elsewhere', { orgId, territory });
    grant({ territory, orgId }, { regionCode: '320113002' }).thenRejected('account.organisation-elsewhere');
  });

  it('is another grant than that without, and is taken back for itself', () => {
    const held: AccountEvent = { type: 'RoleGranted', data: { ...recorded, territory, unit: 'WATER' } };
    const both = account.given(opened, granted('department-handler'), held);
    const revocation = { username, role: 'department-handler', territory };
    const alone = { facts: { others: [] } };
    both.when(revokeRole, { ...revocation, unit: 'WATER' }, alone).then({ type: 'RoleRevoked', data: held.data });
    account
      .given(opened, held)
      .when(revokeRole, revocation, alone)
      .thenRejected('account.no-such-grant', { held: `department-handler ${territory} WATER` });
    both.when(grantRole, { username, role: 'department-handler', unit: 'WATER' }, { actor, facts }).then();
  });
});

/** What everybody else holds: all that nobody may be the last to hold. */
const others: readonly RoleGrant[] = ['system-administrator', 'security-administrator', 'auditor'].map((role) => ({
  role,
  territory: '320113',
}));

describe('revoking a role', () => {
  const revoke = (role: string, ...given: readonly AccountEvent[]) =>
    account.given(...given).when(revokeRole, { username, role, territory }, { facts: { others } });

  it('takes back the role over that territory', () =>
    revoke('auditor', opened, granted('auditor')).then({
      type: 'RoleRevoked',
      data: { username, personId, role: 'auditor', territory },
    }));

  it('takes back a role that this release no longer knows', () =>
    revoke('clerk', opened, granted('clerk')).thenLike({ type: 'RoleRevoked', data: { role: 'clerk' } }));

  it('is refused where it is not held there, and tells what is held of that role, or else at all', () => {
    const refused = { username, grant: `auditor ${territory}` };
    const both = [opened, granted('auditor', '320113'), granted('street-officer')];
    revoke('auditor', ...both).thenRejected('account.no-such-grant', { ...refused, held: 'auditor 320113' });
    revoke('auditor', opened, granted('street-officer')).thenRejected('account.no-such-grant', {
      ...refused,
      held: `street-officer ${territory}`,
    });
    revoke('mayor', opened).thenRejected('account.no-such-grant', { grant: `mayor ${territory}`, held: '—' });
  });
  it('is refused on a closed account, which holds nothing', () =>
    revoke('auditor', opened, granted('auditor'), closed).thenRejected('account.closed', { username }));
  it('is refused for an account unknown', () => revoke('auditor').thenRejected('account.unknown'));
});

describe('closing an account', () => {
  const close = (...given: readonly AccountEvent[]) =>
    account.given(...given).when(closeAccount, { username, reason: 'compromised' }, { facts: { others } });

  it('records why', () =>
    close(opened).then({ type: 'AccountClosed', data: { username, personId, reason: 'compromised' } }));
  it('does nothing a second time', () => close(opened, closed).then());
  it('is refused for an account unknown', () => close().thenRejected('account.unknown'));
});
