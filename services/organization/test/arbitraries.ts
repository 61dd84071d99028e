import {
  ChangeStanding,
  CloseAccount,
  DissolvePartyOrg,
  EndAppointment,
  partyOrgKinds,
  type PartyOrgKind,
  type PostCode,
  ReorganisePartyOrg,
  RevokeRole,
} from '@panshi/contracts';
import fc from 'fast-check';
import { appoint, form, grant, openFor, register } from './district.ts';

const command = <C extends object>(type: new () => C, fields: C): C => Object.assign(new type(), fields);
const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

// Few ids and places, so that commands meet each other.
const org = oneOf('o-1', 'o-2', 'o-3', 'o-4', 'o-5', 'o-6');
const parent = fc.option(org, { nil: undefined, freq: 2 });
const person = oneOf('p-1', 'p-2', 'p-3');
const appointment = oneOf('a-1', 'a-2', 'a-3', 'a-4', 'a-5', 'a-6');
const username = oneOf('u-1', 'u-2', 'u-3', 'u-4');
const kind = fc.constantFrom(...(Object.keys(partyOrgKinds) as PartyOrgKind[]));
const post = oneOf<PostCode>('secretary', 'party-group-leader', 'party-backbone');
const role = oneOf('system-administrator', 'security-administrator', 'auditor', 'grid-leader');
const place = oneOf('320113', '320113001', '320113001001', '320113001001001', '320113001001002', '320113002');
const truth = fc.option(fc.boolean(), { nil: undefined, freq: 2 });

/** A place of a level the kind takes, so that forming is often allowed. */
const placed = kind.chain((of) => {
  const length = { district: 6, street: 9, community: 12, grid: 15 }[partyOrgKinds[of].levels.at(-1)!];
  return fc.tuple(
    fc.constant(of),
    place.map((code) => code.padEnd(length, '001').slice(0, length)),
  );
});

export const organisations = [
  fc.tuple(org, placed, parent).map(([id, [of, where], above]) => form(id, of, where, above)),
  fc
    .record({
      orgId: org,
      parentId: parent,
      kind: fc.option(kind, { nil: undefined, freq: 2 }),
      regionCode: fc.option(place, { nil: undefined, freq: 2 }),
    })
    .map((fields) => command(ReorganisePartyOrg, fields)),
  org.map((orgId) => command(DissolvePartyOrg, { orgId })),
];
export const offices = [
  fc.tuple(appointment, person, org, post).map((all) => appoint(...all)),
  fc
    .record({ orgId: org, appointmentId: appointment, reason: fc.constant('transfer' as const) })
    .map((fields) => command(EndAppointment, fields)),
];
export const people = [
  fc.tuple(person, oneOf('320113001', '320113002'), fc.boolean()).map((all) => register(...all)),
  fc.record({ personId: person, partyMember: truth, serving: truth }).map((fields) => command(ChangeStanding, fields)),
];
export const accounts = [
  fc.tuple(username, person).map((all) => openFor(...all)),
  fc.tuple(username, role, oneOf('320113', '320113001')).map((all) => grant(...all)),
  fc.record({ username, role, territory: oneOf('320113', '320113001') }).map((fields) => command(RevokeRole, fields)),
  username.map((name) => command(CloseAccount, { username: name, reason: 'not-needed' })),
];
export const actors = oneOf('p-1', 'p-2', 'p-3', 'somebody').map((name) => ({
  account: `${name}-0`,
  person: name,
  post: '',
}));

export const sequence = (arbitraries: readonly fc.Arbitrary<object>[]): fc.Arbitrary<readonly object[]> =>
  fc.array(fc.oneof(...arbitraries), { maxLength: 60, size: 'max' });
