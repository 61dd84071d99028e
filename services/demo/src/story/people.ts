import {
  AppointToPost,
  ChangeStanding,
  GrantRole,
  OpenAccount,
  type PostCode,
  RegisterPerson,
} from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import type { Random } from '../chance.ts';
import { demoName, demoPhone } from '../content/people.ts';
import type { By } from '../engine/simulation.ts';
import { dayOf } from '../time.ts';
import type { Stage } from './stage.ts';

/** Registers a synthetic person and answers their id: a party member with a telephone unless told. */
export const register = async (
  { simulation }: Stage,
  by: By,
  regionCode: RegionCode,
  random: Random,
  { partyMember = true, reachable = true } = {},
): Promise<string> => {
  const name = demoName(random);
  const fields = { name, partyMember, regionCode, ...(reachable && { phone: demoPhone(random) }) };
  const { id } = await simulation.issue(by, RegisterPerson, fields);
  return id!;
};

/** Appoints somebody to a post of the region's party organisation, from today. */
export const appoint = async (
  { simulation, orgs }: Stage,
  by: string,
  regionCode: RegionCode,
  personId: string,
  post: PostCode,
): Promise<void> => {
  const { orgId } = orgs.get(regionCode)!;
  await simulation.issue(by, AppointToPost, { orgId, personId, post, from: dayOf(simulation.now) });
};

export interface NewAccount {
  readonly username: string;
  readonly personId: string;
  readonly post: string;
  readonly role: string;
  readonly territory: RegionCode;
  readonly unit?: string | undefined;
}

/** Opens an account and grants its role. */
export const openAccount = async ({ simulation }: Stage, by: By, account: NewAccount): Promise<void> => {
  const { username, personId, post, role, territory, unit } = account;
  await simulation.issue(by, OpenAccount, { username, personId, post, regionCode: territory.slice(0, 9) });
  await simulation.issue(by, GrantRole, { username, role, territory, ...(unit && { unit }) });
};

/** Somebody leaves service; posts and accounts end by themselves. */
export const leave = async ({ simulation }: Stage, by: string, personId: string): Promise<void> => {
  await simulation.issue(by, ChangeStanding, { personId, serving: false });
};
