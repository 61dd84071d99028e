import {
  accountDirectoryModel,
  type CommandReceipt,
  type CommandType,
  type EventType,
  grantsOf,
  type Principal,
} from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Provenance } from '@panshi/kernel';
import type { Typed, ViewDefinition } from '@panshi/read-model';
import { type CommandExecutor, defineModel, type ModelDefinition, type ServiceDefinition } from '@panshi/service-kit';
import type { Random } from '../random.ts';
import { Agenda } from './agenda.ts';
import { simulatedExecutor } from './executor.ts';
import { randomId } from './ids.ts';
import { followReactors, followTimers, viewsOfReactions } from './reactions.ts';
import { SimulatedLog } from './simulated-log.ts';
import { World } from './world.ts';

/** Goes on at the instant it yields (milliseconds since 1970), having issued commands in between. */
export type Story = AsyncGenerator<number, void, void>;

export interface SimulationOptions {
  readonly services: readonly ServiceDefinition[];
  /** Views to fold beside those that reactors and timers read: what look-ups and stories read. */
  readonly views: readonly ViewDefinition[];
  /** When it begins, milliseconds since 1970. */
  readonly from: number;
  readonly random: Random;
  readonly provenance: Provenance;
}

/** How a command came about, where it is not a person's act: its own id, and the event it answers. */
export interface Cause {
  readonly commandId: string;
  readonly causationId: string;
  readonly correlationId: string;
}

const accounts = defineModel(accountDirectoryModel);

/**
 * The services at work in simulated time: commands go through the real executor to the real decisions, and the real
 * reactors and timers answer; only the log, the clock and the folds are in memory. What happens follows from the
 * options alone.
 */
export class Simulation {
  readonly world: World;
  readonly random: Random;
  readonly #agenda = new Agenda<() => Promise<void>>();
  readonly #executor: CommandExecutor;
  readonly #listeners = new Map<string, ((event: Typed<EventType>) => void)[]>();
  #recorded: RecordedEvent[] = [];
  #now: number;

  constructor({ services, views, from, random, provenance }: SimulationOptions) {
    this.#now = from;
    this.random = random;
    const models = services.flatMap((service) => service.models);
    this.world = new World(
      [accounts as unknown as ModelDefinition, ...models],
      [...views, ...viewsOfReactions(services)],
    );
    const now = (): number => this.#now;
    const log = new SimulatedLog(now, (event) => this.#note(event));
    this.#executor = simulatedExecutor(services, this.world, log, now, provenance);
    followReactors(services, this);
    followTimers(services, this);
  }

  /** Milliseconds since 1970. */
  get now(): number {
    return this.#now;
  }

  /** Who signs in with this account, with what it may do now. @throws {TypeError} where there is no such account */
  as(username: string): Principal {
    const account = this.world.model(accounts).account(username);
    if (!account) throw new TypeError(`there is no account ${username}`);
    const { personId: person, post } = account;
    return { actor: { account: username, person, post }, grants: grantsOf(account) };
  }

  /** Issues a command now. @throws {Rejection} and whatever else its execution throws */
  issue<C extends object>(
    principal: Principal,
    type: CommandType<C>,
    fields: NoInfer<C>,
    cause?: Cause,
  ): Promise<CommandReceipt> {
    const commandId = cause?.commandId ?? randomId(this.#now, this.random);
    const ids = cause ?? { commandId, causationId: commandId, correlationId: commandId };
    const command = Object.assign(new type(), fields);
    const deadline = Number.MAX_SAFE_INTEGER;
    return this.#executor.execute(type, { command, ...ids, principal, fingerprint: 'demo', deadline });
  }

  /** Does something at that time, or next where it has passed. */
  at(time: number, work: () => Promise<void>): void {
    this.#agenda.enter(Math.max(time, this.#now), work);
  }

  /** Begins a story at that time. */
  tell(time: number, story: Story): void {
    this.at(time, async () => {
      const { done, value } = await story.next();
      if (!done) this.tell(value, story);
    });
  }

  /** Listens to events of these types, after they were folded. */
  on<T extends EventType>(types: readonly T[], listener: (event: Typed<T>) => void): void {
    for (const type of types)
      this.#listeners.set(type, [...(this.#listeners.get(type) ?? []), listener as (event: Typed<EventType>) => void]);
  }

  /** All that happens until then, as it is recorded. */
  async *run(until: number, signal?: AbortSignal): AsyncGenerator<RecordedEvent> {
    for (let next = this.#agenda.take(until); next; next = this.#agenda.take(until)) {
      signal?.throwIfAborted();
      this.#now = next.at;
      await next.what();
      yield* this.#recorded;
      this.#recorded = [];
    }
  }

  #note(event: RecordedEvent): void {
    this.#recorded.push(event);
    const typed = this.world.apply(event);
    for (const listener of this.#listeners.get(event.type) ?? []) listener(typed);
  }
}
