import {
  accountDirectoryModel,
  type CommandReceipt,
  type CommandType,
  type EventType,
  type Exactly,
  fill,
  grantsOf,
  type Principal,
} from '@panshi/contracts';
import type { RecordedEvent } from '@panshi/event-store';
import type { Provenance } from '@panshi/kernel';
import { derivedId, type Issued, type Typed, type ViewDefinition } from '@panshi/read-model';
import {
  type CommandExecutor,
  defineModel,
  type ModelDefinition,
  type ServiceDefinition,
  validated,
} from '@panshi/service-kit';
import { Agenda } from './agenda.ts';
import { simulatedExecutor } from './executor.ts';
import { followReactors, followTimers, viewsRead } from './reactions.ts';
import { SimulatedLog } from './simulated-log.ts';
import { World } from './world.ts';

/** Who acts: the username of an account, or the system while there is none yet. */
export type By = string | Principal;

/** Goes on at the instant it yields (milliseconds since 1970), having issued commands in between. */
export type Story = AsyncGenerator<number, void, void>;

export interface SimulationOptions {
  readonly services: readonly ServiceDefinition[];
  /** Views to fold beside those that the services' decisions, reactors and timers read: what stories read. */
  readonly views: readonly ViewDefinition[];
  /** When it begins, milliseconds since 1970. */
  readonly from: number;
  /** Commands of people take their ids from it and from when they are issued. */
  readonly seed: number;
  readonly provenance: Provenance;
}

const accounts = defineModel(accountDirectoryModel);

/**
 * The services at work in simulated time: commands go through the real executor to the real decisions, and the real
 * reactors and timers answer; only the log, the clock and the folds are in memory. What happens follows from the
 * options alone.
 */
export class Simulation {
  readonly world: World;
  readonly #seed: number;
  readonly #agenda = new Agenda<() => Promise<void>>();
  readonly #executor: CommandExecutor;
  readonly #listeners = new Map<string, ((event: Typed<EventType>) => void)[]>();
  #recorded: RecordedEvent[] = [];
  /** Reactions that a rule refused, by code. */
  readonly refused: string[] = [];
  #now: number;
  #issued = 0;

  constructor({ services, views, from, seed, provenance }: SimulationOptions) {
    this.#now = from;
    this.#seed = seed;
    const models = services.flatMap((service) => service.models);
    this.world = new World([accounts as unknown as ModelDefinition, ...models], [...views, ...viewsRead(services)]);
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

  /** Whether there is, or was, such an account. */
  has(username: string): boolean {
    return this.world.model(accounts).account(username) !== undefined;
  }

  /** An open account of somebody; undefined where they have none. */
  accountOf(personId: string): string | undefined {
    return this.world
      .model(accounts)
      .ofPerson(personId)
      .find(({ status }) => status === 'open')?.username;
  }

  /**
   * Issues a command now.
   * @param ids where it is not a person's act, but answers an event or a due time
   * @throws {InvalidMessage} where a field breaks a rule of the class, {Rejection}, and whatever else its execution throws
   */
  async issue<Command extends object, Fields extends Command>(
    by: By,
    type: CommandType<Command>,
    fields: Exactly<Command, Fields>,
    ids: Omit<Issued, 'actor'> = this.#freshIds(),
  ): Promise<CommandReceipt> {
    const principal = typeof by === 'string' ? this.as(by) : by;
    const command = validated(type, fill<Command, Fields>(type, fields));
    const deadline = Number.MAX_SAFE_INTEGER;
    // As a running system fingerprints what its reactors issue: bodies of repeats are not compared.
    const fingerprint = principal.system ? 'system' : 'demo';
    return this.#executor.execute(type, { command, ...ids, principal, fingerprint, deadline });
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

  #freshIds(): Omit<Issued, 'actor'> {
    const commandId = derivedId(this.#now, 'demo', `${this.#seed}`, `${this.#issued++}`);
    return { commandId, correlationId: commandId, causationId: commandId };
  }

  #note(event: RecordedEvent): void {
    this.#recorded.push(event);
    const typed = this.world.apply(event);
    for (const listener of this.#listeners.get(event.type) ?? []) listener(typed);
  }
}
