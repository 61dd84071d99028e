import type { Principal } from '@panshi/contracts';
import type { Actor } from '@panshi/kernel';

export const districtCode = '320113';
export const gridCode = '320113001001001';

export const actorOf = (person: string): Actor => ({ account: `account-${person}`, person, post: person });
export const officer = actorOf('officer');
/** Handles cases for the unit that has most of them, and for the street. */
export const handler: Principal = {
  actor: actorOf('handler'),
  grants: ['URBAN', 'STREET'].map((unit) => ({
    role: 'department-handler',
    territory: districtCode,
    unit,
    permissions: ['case.handle'],
  })),
};
export const reporter = actorOf('reporter');

/** A moment of Nanjing's clock. Monday 2 March 2026 is worked 08:30–12:00 and 13:30–18:00. */
export const at = (local: string): string => new Date(`${local}+08:00`).toISOString();

/** A command of a class, with its fields. */
export const command = <C extends object>(type: new () => C, fields: Omit<C, never>): C =>
  Object.assign(new type(), fields);
