import { join } from 'node:path';
import { defaultCatalogue } from '@panshi/case';
import { chinaCalendar } from '@panshi/kernel';
import { openKeys } from '@panshi/privacy';
import { administratorsIn } from './administrators.ts';
import { type Api, signIn } from './api.ts';
import { type Data, keptData } from './demo-data.ts';
import { type Server, startServer, stopServer } from './server.ts';

const district = '320113';
const community = '320113001001';
export const password = 'small-district';

export type Office = 'street' | 'officer' | 'unit' | 'planner' | 'duty' | 'leader' | 'quarter' | 'neighbour';

/** Accounts of the small district, their roles, the territories they hold them over, and the units they act for. */
const offices: Readonly<Record<Office, readonly [role: string, territory: string, unit?: string]>> = {
  street: ['street-officer', district],
  officer: ['case-officer', district],
  unit: ['department-handler', district, 'URBAN'],
  planner: ['organization-officer', district],
  duty: ['emergency-officer', district],
  leader: ['grid-leader', `${community}001`],
  quarter: ['street-officer', '320113001'],
  neighbour: ['street-officer', '320113002'],
};

/** Centres of its grids, in one row from west to east. */
export const spots = [0, 1, 2, 3].map((i) => ({
  gridCode: `${community}00${i + 1}`,
  lon: 118.9 + (i + 0.5) / 100,
  lat: 32.105,
}));

/**
 * A district of four grids, set up through the gateway from nothing: it starts in a moment, so faults can be tried
 * often. Its server has stopped.
 */
export const smallDistrict = (): Promise<Data> =>
  keptData('small-district', async (data) => {
    await openOffices(data);
    const server = await startServer({ data });
    await drawGrids(await signIn(server.url, 'planner', password));
    await stopServer(server);
  });

const openOffices = async (data: string): Promise<void> => {
  const server = await startServer({ data, arguments: ['--no-seed'] });
  const { system, security } = await administrators(server);
  await publish(system);
  for (const [username, [role, territory, unit]] of Object.entries(offices)) {
    const { id: personId } = await system.command('/people', { name: '演示', partyMember: true, regionCode: district });
    await security.command('/accounts', { username, personId, post: '演示岗', regionCode: district });
    await security.command(`/accounts/${username}/grants`, { role, territory, unit });
  }
  await stopServer(server);
  const keys = await openKeys({ path: join(data, 'keys.db') });
  for (const username of Object.keys(offices)) await keys.credentials.set(username, password);
  await keys.close();
};

const administrators = async (server: Server): Promise<{ system: Api; security: Api }> => {
  const accounts = await Promise.all(
    administratorsIn(server.output()).map((told) => signIn(server.url, told.username, told.password)),
  );
  const held = await Promise.all(
    accounts.map(async (account) => (await account.ask<{ grants: { role: string }[] }>('/session')).grants),
  );
  const by = (role: string): Api => accounts[held.findIndex((grants) => grants.some((grant) => grant.role === role))]!;
  return { system: by('system-administrator'), security: by('security-administrator') };
};

const publish = async (system: Api): Promise<void> => {
  await system.command(`/districts/${district}/catalogues`, defaultCatalogue);
  await system.command(`/districts/${district}/calendars`, chinaCalendar);
};

const drawGrids = async (planner: Api): Promise<void> => {
  for (const { gridCode, lon, lat } of spots) {
    const [west, east, south, north] = [lon - 0.005, lon + 0.005, lat - 0.005, lat + 0.005];
    const ring = [
      { lon: west, lat: south },
      { lon: east, lat: south },
      { lon: east, lat: north },
      { lon: west, lat: north },
    ];
    await planner.command('/grids', {
      gridCode,
      communityCode: community,
      name: '演示网格',
      kind: 'comprehensive',
      ring,
    });
  }
};
