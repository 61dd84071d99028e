import {
  AppointToPost,
  ChangeStanding,
  GrantRole,
  OpenAccount,
  type PostCode,
  RegisterPerson,
} from '@panshi/contracts';
import type { RegionCode } from '@panshi/kernel';
import { demoName, demoPhone } from '../content/people.ts';
import type { system } from '../engine/reactions.ts';
import type { Random } from '../random.ts';
import { dayOf } from '../time.ts';
import type { Stage } from './stage.ts';

/** Who acts: the username of an account, or the system while there is none yet. */
export type By = string | typeof system;

export const principal = ({ simulation }: Stage, by: By) => (typeof by === 'string' ? simulation.as(by) : by);

/** Registers a synthetic person and answers their id. */
export const register = async (
  stage: Stage,
  by: By,
  { regionCode, partyMember, reachable }: { regionCode: RegionCode; partyMember: boolean; reachable: boolean },
  random: Random,
): Promise<string> => {
  const name = demoName(random);
  const fields = { name, partyMember, regionCode, ...(reachable && { phone: demoPhone(random) }) };
  const { id } = await stage.simulation.issue(principal(stage, by), RegisterPerson, fields);
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
  await simulation.issue(simulation.as(by), AppointToPost, { orgId, personId, post, from: dayOf(simulation.now) });
};

export interface NewAccount {
  readonly username: string;
  readonly personId: string;
  readonly post: string;
  readonly role: string;
  readonly territory: RegionCode;
}

/** Opens an account and grants its role. */
export const openAccount = async (stage: Stage, by: By, account: NewAccount): Promise<void> => {
  const { username, personId, post, role, territory } = account;
  const { simulation } = stage;
  const regionCode = territory.slice(0, 9);
  await simulation.issue(principal(stage, by), OpenAccount, { username, personId, post, regionCode });
  await simulation.issue(principal(stage, by), GrantRole, { username, role, territory });
};

/** Somebody leaves service; posts and accounts end by themselves. */
export const leave = async ({ simulation }: Stage, by: string, personId: string): Promise<void> => {
  await simulation.issue(simulation.as(by), ChangeStanding, { personId, serving: false });
};
