import { defaultCatalogue } from '@panshi/case';
import { FormPartyOrg, type PartyOrgKind, PublishCalendar, PublishCatalogue } from '@panshi/contracts';
import { chinaCalendar, type RegionCode } from '@panshi/kernel';
import { between } from '../chance.ts';
import { demoAccounts } from '../content/accounts.ts';
import { system } from '../engine/reactions.ts';
import type { Story } from '../engine/simulation.ts';
import type { Community, Street } from '../places/places.ts';
import { instant, MINUTE, SECOND } from '../time.ts';
import { appoint, openAccount, register } from './people.ts';
import { regionFounding } from './regions.ts';
import { chanceOf, regionName, type Stage, streetAccount } from './stage.ts';
import { LOCAL } from './units.ts';

/** The district begins: who looks after accounts, the offices, the regions, the catalogue and the calendar, the district committee. */
export async function* founding(stage: Stage): Story {
  const { simulation, places } = stage;
  const random = chanceOf(stage, 'founding');
  const pause = (): number => simulation.now + between(0.5, 3, random) * MINUTE;
  const inOffice = demoAccounts.filter(({ role, unit }) => role !== 'grid-leader' && !unit);
  const security = inOffice.find(({ role }) => role === 'security-administrator')!;
  for (const account of [security, ...inOffice.filter((each) => each !== security)]) {
    const personId = await register(stage, system, account.territory, random);
    yield simulation.now + 20 * SECOND;
    await openAccount(stage, account === security ? system : security.username, { ...account, personId });
    yield pause();
  }
  yield* regionFounding(stage);
  await publish(stage);
  yield pause();
  await form(stage, 'demo-org', 'district-committee', places.code, `中共${regionName(stage, places.code)}委员会`);
  for (const post of [
    'secretary',
    'deputy-secretary',
    ...Array<'standing-committee-member'>(7).fill('standing-committee-member'),
  ] as const) {
    yield pause();
    await appoint(stage, 'demo-org', places.code, await register(stage, 'demo-org', places.code, random), post);
  }
}

const publish = async ({ simulation, places, span }: Stage): Promise<void> => {
  const { years, workingWeekdays, workingSpans, ...calendar } = chinaCalendar;
  const effectiveFrom = instant(span.from);
  await simulation.issue('demo-admin', PublishCatalogue, {
    districtCode: places.code,
    effectiveFrom,
    ...defaultCatalogue,
  });
  await simulation.issue('demo-admin', PublishCalendar, {
    districtCode: places.code,
    effectiveFrom,
    ...calendar,
    workingWeekdays: [...workingWeekdays],
    workingSpans: workingSpans.map((each) => ({ ...each })),
    years: years.map((year) => ({ ...year, holidays: [...year.holidays], makeUpWorkdays: [...year.makeUpWorkdays] })),
  });
};

/** Forms the organisation of a region below that of the region around it. */
export const form = async (
  { simulation, orgs }: Stage,
  by: string,
  kind: PartyOrgKind,
  regionCode: RegionCode,
  name: string,
): Promise<void> => {
  const parentId = orgs.get(regionCode.slice(0, -3))?.orgId;
  const { id } = await simulation.issue(by, FormPartyOrg, { parentId, kind, name, regionCode });
  orgs.set(regionCode, { orgId: id!, kind });
};

/** A street's offices, its working committee, and the committees of its communities and villages. */
export async function* streetFounding(stage: Stage, street: Street): Story {
  const { simulation } = stage;
  const random = chanceOf(stage, 'street', street.code);
  const pause = (): number => simulation.now + between(20, 90, random) * SECOND;
  const name = regionName(stage, street.code);
  for (const office of offices(street.code, name)) {
    if (office.username.startsWith('demo-')) continue;
    const personId = await register(stage, 'demo-org', street.code, random);
    yield pause();
    await openAccount(stage, 'demo-security', { ...office, personId, territory: street.code });
    yield pause();
  }
  await form(stage, 'demo-org', 'street-working-committee', street.code, `中共${name}工作委员会`);
  for (const post of ['secretary', 'deputy-secretary', 'committee-member', 'committee-member'] as const) {
    yield pause();
    await appoint(stage, 'demo-org', street.code, await register(stage, 'demo-org', street.code, random), post);
  }
  for (const community of street.communities) {
    yield pause();
    yield* committee(stage, community, pause, random);
  }
}

const offices = (code: RegionCode, name: string) => [
  { username: streetAccount('org', code), post: `${name}党建工作办公室`, role: 'organization-officer' },
  { username: streetAccount('street', code), post: `${name}网格化服务管理中心`, role: 'street-officer' },
  { username: streetAccount('case', code), post: `${name}案卷受理岗`, role: 'case-officer' },
  { username: streetAccount('unit', code), post: `${name}综合执法队`, role: 'department-handler', unit: LOCAL },
];

/** The committee of a community or village: its secretary and two members. */
async function* committee(stage: Stage, { code, kind }: Community, pause: () => number, random: () => number): Story {
  const by = streetAccount('org', code);
  const branch = kind === 'village' && random() < 0.5;
  const title = branch ? '总支部委员会' : '委员会';
  const name = `中共${regionName(stage, code)}${title}`;
  await form(stage, by, branch ? 'community-general-branch' : 'community-committee', code, name);
  for (const post of ['secretary', 'committee-member', 'committee-member'] as const) {
    yield pause();
    const personId = await register(stage, by, code, random, { reachable: post === 'secretary' });
    await appoint(stage, by, code, personId, post);
  }
}
