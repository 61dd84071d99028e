import type { Clock } from '@panshi/async';
import { Inject, Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { type EventStore, eventsBetween, type Position } from '@panshi/event-store';
import { ServiceClient, Unavailable } from '@panshi/messaging';
import {
  type Issue,
  reactorCheckpoint,
  type ReactorDefinition,
  type RejectedReaction,
  runReactor,
  runTimer,
  secondsBehind,
} from '@panshi/read-model';
import type { ServiceDefinition } from '../definition/service.ts';
import { Lifecycle } from '../lifecycle/lifecycle.ts';
import { traced } from '../logging/trace.ts';
import { SETTINGS, type Settings } from '../settings/settings.ts';
import { CLOCK, EVENT_STORE, LEASE_OWNER, SERVICE_DEFINITION } from '../tokens.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { issueThrough } from './issue-through.ts';
import { recordRefusal } from './record-refusal.ts';

export interface ReactorProgress {
  readonly reactor: string;
  /** How far it is, in any process; undefined before its first event. */
  readonly position: Position | undefined;
  /** Positions of the log not yet passed; undefined where the log's positions do not count events. */
  readonly positions: number | undefined;
  /** Age of the oldest event not yet reacted to; 0 when there is none. */
  readonly seconds: number;
  /** Reactions that a rule refused in this process; each is on record as an event. */
  readonly refused: number;
}

/** A service's reactors and timers, and what becomes of their commands. */
@Injectable()
export class Reactors implements OnApplicationBootstrap {
  readonly #logger = new Logger(Reactors.name);
  readonly #refused = new Map<string, number>();

  constructor(
    @Inject(SERVICE_DEFINITION) private readonly definition: ServiceDefinition,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LEASE_OWNER) private readonly owner: string,
    private readonly client: ServiceClient,
    private readonly lifecycle: Lifecycle,
    private readonly views: ProjectedViews,
  ) {}

  onApplicationBootstrap(): void {
    const { lifecycle, clock } = this;
    const { reactors, timers } = this.definition;
    const shared = {
      events: this.store,
      owner: this.owner,
      views: this.views,
      onRejected: (rejected: RejectedReaction) => this.#record(rejected),
      onError: (error: unknown) => this.#wait(error),
    };
    for (const reactor of reactors)
      lifecycle.run('reactors', reactor.name, (signal) =>
        runReactor({ ...shared, reactor, issue: this.#issuing(reactor) }, signal),
      );
    // What is due is due by the clock that decisions see.
    for (const timer of timers)
      lifecycle.run('reactors', timer.name, (signal) =>
        runTimer({ ...shared, timer, clock, issue: this.#issuing(timer) }, signal),
      );
  }

  async progress(): Promise<readonly ReactorProgress[]> {
    const { store } = this;
    const head = await store.head();
    return Promise.all(
      this.definition.reactors.map(async ({ name, from: types }) => {
        const position = await store.checkpoints.load(reactorCheckpoint(name));
        const positions = eventsBetween(store, position, head);
        const seconds = await secondsBehind(store, { after: position, upTo: head, types }, Date.now());
        return { reactor: name, position, positions, seconds, refused: this.#refused.get(name) ?? 0 };
      }),
    );
  }

  /** What is not there yet, or busy, is no fault: where it was found missing tells nothing. */
  #wait(error: unknown): void {
    const msg = 'a reaction has to wait';
    if (error instanceof Unavailable) this.#logger.log({ msg, why: error.message });
    else this.#logger.warn({ msg, err: error });
  }

  #issuing(issuer: Pick<ReactorDefinition, 'name' | 'issues'>): Issue {
    const issue = issueThrough(this.client, issuer);
    return (command, issued) => {
      const { correlationId, commandId } = issued;
      return traced({ correlationId, commandId }, () => issue(command, issued));
    };
  }

  async #record(rejected: RejectedReaction): Promise<void> {
    await recordRefusal(rejected, this.store, this.settings.provenance);
    const { by, command, issued, cause, code, params } = rejected;
    this.#refused.set(by, (this.#refused.get(by) ?? 0) + 1);
    const { commandId } = issued;
    const refusedCommand = command.constructor.name;
    this.#logger.error({ msg: 'a reaction was refused', by, refusedCommand, commandId, cause, code, why: params });
  }
}
