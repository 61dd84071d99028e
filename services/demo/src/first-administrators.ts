import { randomBytes } from 'node:crypto';
import { GrantRole, OpenAccount, RegisterPerson, roles } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import type { RegionCode } from '@panshi/kernel';
import { organizationDefinition } from '@panshi/organization';
import type { Keys } from '@panshi/privacy';
import { passReactors } from '@panshi/read-model';
import { system } from './engine/reactions.ts';
import { sealed } from './engine/sealing.ts';
import { Simulation, type Story } from './engine/simulation.ts';
import { SECOND } from './time.ts';

/** An account with its password, told once and kept nowhere. */
export interface FirstAccount {
  readonly username: string;
  readonly password: string;
}

/** The three separated administrators (三员分立): no person may hold two of these roles. */
const administrators = [
  { username: 'admin-system', role: 'system-administrator' },
  { username: 'admin-security', role: 'security-administrator' },
  { username: 'admin-audit', role: 'auditor' },
] as const;

export interface FirstAdministratorsOptions {
  /** An empty log. */
  readonly store: EventStore;
  readonly keys: Pick<Keys, 'keys' | 'credentials'>;
  /** Told of the accounts before they are made: whatever interrupts that, no password is lost. */
  readonly tell?: (accounts: readonly FirstAccount[]) => void;
  readonly districtCode?: RegionCode;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/**
 * Gives an empty log its three administrators, each a person with an account and a random password. They stand for
 * people yet to be named: correct their names before the system is used.
 * @throws {LogNotEmpty}
 */
export const firstAdministrators = async (options: FirstAdministratorsOptions): Promise<readonly FirstAccount[]> => {
  const { store, keys, tell, districtCode = '320113', now = Date.now() } = options;
  const accounts = administrators.map(({ username }) => ({
    username,
    password: randomBytes(12).toString('base64url'),
  }));
  tell?.(accounts);
  await Promise.all(accounts.map(({ username, password }) => keys.credentials.set(username, password)));
  const simulation = new Simulation({
    services: [organizationDefinition],
    views: [],
    from: now,
    seed: now,
    provenance: 'real',
  });
  simulation.tell(now, appointed(simulation, districtCode));
  const position = await store.import(sealed(simulation.run(now + SECOND), keys.keys));
  await passReactors(store, organizationDefinition.reactors, position);
  return accounts;
};

async function* appointed(simulation: Simulation, regionCode: RegionCode): Story {
  for (const { username, role } of administrators) {
    const post = roles[role]!.title.zh;
    const person = { name: post, partyMember: false, regionCode };
    const { id: personId } = await simulation.issue(system, RegisterPerson, person);
    await simulation.issue(system, OpenAccount, { username, personId: personId!, post, regionCode });
    await simulation.issue(system, GrantRole, { username, role, territory: regionCode });
    yield simulation.now + 1;
  }
}
