import { randomUUID } from 'node:crypto';
import { commandOptions, type CommandType, type FieldsType, type Permission } from '@panshi/contracts';
import type { Api } from '../support/api.ts';
import { activationOf } from '../support/bodies.ts';
import { openCase, spotIn } from '../support/cases.ts';
import type { Served } from '../support/served.ts';
import type { Known } from './bodies.ts';

const district = '320113';
const usernames = ['org', 'street', 'case', 'dept', 'emergency', 'commander', 'admin', 'security', 'auditor', 'grid'];

/** Accounts of the demo by what they may do, those of the whole district first; each looks after itself. */
export const holders = async (panshi: Served): Promise<(permission: Permission) => Api> => {
  const accounts = await Promise.all(
    usernames.map(async (name) => {
      const account = await panshi.as(`demo-${name}`);
      const { grants } = await account.ask<{ grants: { territory: string; permissions: string[] }[] }>('/session');
      return { account, grants };
    }),
  );
  return (permission) => {
    const held = accounts
      .flatMap(({ account, grants }) => grants.map((grant) => ({ account, ...grant })))
      .filter(({ permissions }) => permissions.includes(permission))
      .toSorted((a, b) => a.territory.length - b.territory.length);
    if (!held[0]) throw new Error(`no account of the demo holds ${permission}`);
    return held[0].account;
  };
};

/** What there is to act on: a person and an account that nobody needs, an incident and its case, a group, an activation. */
export const worldOf = async (panshi: Served): Promise<Known> => {
  const [street, officer, org, security, emergency] = (await Promise.all(
    ['street', 'case', 'org', 'security', 'emergency'].map((name) => panshi.as(`demo-${name}`)),
  )) as [Api, Api, Api, Api, Api];
  const spot = await spotIn(street, '320113001');
  const communityCode = spot.gridCode.slice(0, 12);
  const caseId = await openCase(street, officer, spot);
  const duplicateOf = await openCase(street, officer, spot);
  const { id: personId } = await org.command('/people', { name: '演示', partyMember: true, regionCode: district });
  await security.command('/accounts', { username: 'hostile-0', personId, post: '演示', regionCode: district });
  const { id: groupId } = await street.command('/cloud-groups', { communityCode, name: '演示群' });
  const { id: activationId } = await emergency.command('/wartime/activations', activationOf(spot.gridCode, {}));
  const { items } = await org.ask<{ items: { orgId: string }[] }>('/party-orgs?limit=200');
  const { items: running } = await org.ask<{ items: { appointmentId: string }[] }>('/appointments?limit=1');
  return {
    ...{ caseId, incidentId: caseId, duplicateOf, personId, groupId, activationId, requestId: activationId },
    ...{ orgId: items.at(-1)?.orgId, parentId: items[0]?.orgId, appointmentId: running[0]?.appointmentId },
    ...{ gridCode: spot.gridCode, communityCode, districtCode: district, regionCode: district, territory: district },
    ...{
      location: { lon: spot.lon, lat: spot.lat },
      lon: spot.lon,
      lat: spot.lat,
      categoryCode: '10202',
      category: '10202',
    },
    ...{ scope: [spot.gridCode], added: [spot.gridCode], deadlineRules: [], openItems: [], years: [] },
    ...{ workingWeekdays: [1, 2, 3, 4, 5], effectiveFrom: '2098-01-01T00:00:00.000Z', amount: 1, urgent: false },
    ...{ pictureId: randomUUID(), username: 'hostile-0', hazard: 'other', level: 'IV' },
  };
};

let count = 0;

/** What a body of a class says: what it creates is new each time. */
export const knownFor = (type: FieldsType, world: Known, isCommand: boolean): Known => {
  if (!isCommand) return world;
  const { creates, route } = commandOptions(type as CommandType);
  count += 1;
  const { [creates ?? '']: _, ...rest } = world;
  const known = { ...rest, edition: `h-${count}`, version: `h-${count}` };
  if (creates === 'username') return { ...known, username: `hostile-${count}` };
  // The code of a grid that is drawn follows from its community.
  if (route === 'POST /grids') return Object.fromEntries(Object.entries(known).filter(([name]) => name !== 'gridCode'));
  return known;
};
