import {
  ChangeStanding,
  CloseAccount,
  DissolvePartyOrg,
  EndAppointment,
  fill,
  type Permission,
  type Principal,
  type QueryType,
} from '@panshi/contracts';
import type { Views } from '@panshi/read-model';
import { storedViews } from '@panshi/testing/in-memory';
import { organizationDefinition } from '../src/organization.definition.ts';
import { busyWorld } from './busy-world.ts';
import { auditorFromElsewhere } from './district.ts';

/** Who holds these permissions, each in a territory. */
export const who = (...grants: readonly (readonly [Permission, string])[]): Principal => ({
  actor: { account: 'reader-1', person: 'reader', post: '组织部干部' },
  grants: grants.map(([permission, territory]) => ({ role: 'any', territory, permissions: [permission] })),
});

/** Who may read organisations and manage accounts in the whole district. */
export const everywhere = who(['organization.read', '320113'], ['account.manage', '320113']);

/** The busy world after a branch was dissolved, Fan and an appointment of Dai ended, and an account closed. */
export class Reader {
  /** Names of the sealed fields opened so far. */
  readonly opened: string[] = [];
  #views!: Views;
  close!: () => Promise<void>;

  async open(): Promise<void> {
    const world = await busyWorld();
    for (const each of auditorFromElsewhere) await world.execute(each);
    await world.execute(fill(DissolvePartyOrg, { orgId: 'branch-1' }));
    await world.execute(fill(ChangeStanding, { personId: 'fan', serving: false }));
    const end = { orgId: 'community-2', appointmentId: 'a-dai', reason: 'transfer' } as const;
    await world.execute(fill(EndAppointment, end));
    await world.execute(fill(CloseAccount, { username: 'maqun-1', reason: 'not-needed' }));
    const { views, close } = await storedViews(world, organizationDefinition.views);
    this.#views = views;
    this.close = close;
  }

  async ask<Answer>(type: QueryType, query: object, principal = everywhere): Promise<Answer> {
    const { answer } = organizationDefinition.queries.find((each) => each.query === type)!;
    const open = (sealed: { readonly at: { readonly field: string } }) => {
      this.opened.push(sealed.at.field);
      return Promise.resolve({ status: 'open', value: `${sealed.at.field} in clear` } as const);
    };
    const context = { views: this.#views, principal, now: '', open };
    return (await answer(Object.assign(new type(), query), context)) as Answer;
  }
}
