import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { type Account, accountDirectoryModel, type Principal, principalOf } from '@panshi/contracts';
import type { EventStore } from '@panshi/event-store';
import {
  AppendedTypes,
  defineModel,
  EVENT_STORE,
  type EventSchemas,
  Lifecycle,
  LiveModel,
  Readiness,
  SCHEMAS,
} from '@panshi/service-kit';
import { Changes } from './changes.ts';

/** How long a request waits for accounts to catch up with the log, in milliseconds. */
const patienceMs = 5_000;

/**
 * Every account, folded from the log in the memory of this process: who one is, and what one may do where, is asked of
 * it for each request, so that a right revoked or an account closed is so at once.
 */
@Injectable()
export class Accounts implements OnApplicationBootstrap {
  /** Of accounts, by username. */
  readonly changes = new Changes();
  readonly #model: LiveModel<ReturnType<typeof accountDirectoryModel.create>>;
  readonly #principals = new WeakMap<Account, Principal>();

  constructor(
    @Inject(EVENT_STORE) store: EventStore,
    @Inject(SCHEMAS) schemas: EventSchemas,
    private readonly appended: AppendedTypes,
    private readonly lifecycle: Lifecycle,
    readiness: Readiness,
  ) {
    const model = defineModel({
      ...accountDirectoryModel,
      apply: (directory, event) => {
        directory.apply(event);
        this.changes.tell(event.data.username);
      },
    });
    this.#model = new LiveModel(model, store, schemas);
    readiness.includePart(() => ({ accounts: { status: this.#model.caughtUp ? 'up' : 'down' } }));
  }

  onApplicationBootstrap(): void {
    this.lifecycle.run('views', 'model accounts', (signal) => this.#model.run(signal));
  }

  /**
   * Who an account is and what its roles let it do now; undefined where there is none that may sign in.
   * @throws {Unavailable} `model-behind`, `model-failed`
   */
  async find(username: string): Promise<Principal | undefined> {
    await this.#model.waitFor(this.appended.last(accountDirectoryModel.from), Date.now() + patienceMs);
    return this.now(username);
  }

  /** As {@link find}, by what is known already: the same object for as long as nothing has changed. */
  now(username: string): Principal | undefined {
    const account = this.#model.state.account(username);
    if (account?.status !== 'open') return undefined;
    const principal = this.#principals.get(account) ?? principalOf(account);
    this.#principals.set(account, principal);
    return principal;
  }
}
