import { Injectable } from '@nestjs/common';
import { type AccountView, GetAccountByUsername, type Principal } from '@panshi/contracts';
import { ServiceClient } from '@panshi/messaging';
import { newId } from '../request/new-id.ts';
import { problem } from '../problem/refused.ts';

const gateway: Principal = { actor: { account: 'gateway', person: '', post: '' }, grants: [], system: true };

/** Accounts as the organization service knows them. */
@Injectable()
export class Accounts {
  constructor(private readonly services: ServiceClient) {}

  /** Who an account is and what its roles let it do today; undefined where there is none that may sign in. */
  async find(username: string): Promise<Principal | undefined> {
    const envelope = { query: { username }, correlationId: newId(), principal: gateway, deadline: Date.now() + 5_000 };
    const { body } = await this.services.query(GetAccountByUsername, envelope);
    const account = body as AccountView | undefined;
    if (!account || account.status !== 'open') return undefined;
    const { personId, post } = account;
    return { actor: { account: account.username, person: personId, post }, grants: account.grants };
  }

  /** @throws {ProblemError} 401 where the account is gone or closed since */
  async again(username: string): Promise<Principal> {
    const principal = await this.find(username);
    if (!principal) throw problem('session.expired');
    return principal;
  }
}
