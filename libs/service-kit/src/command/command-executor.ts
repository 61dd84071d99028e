import type { CommandEnvelope, CommandReceipt, CommandType } from '@panshi/contracts';
import { type EventStore, type NewEvent, type Position, WrongExpectedVersion } from '@panshi/event-store';
import { type DecisionContext, type Instant, Rejection } from '@panshi/kernel';
import { type Clock, KeyedTurns } from '@panshi/async';
import type { AggregateDefinition } from '../definition/aggregate.ts';
import type { Lookup } from '../definition/lookup.ts';
import { reject, unavailable } from '../rejections.ts';
import { appendWithRetries } from './append-with-retries.ts';
import { assertAuthority, regionsOf } from './authority.ts';
import { type CommandBinding, commandBindings } from './command-bindings.ts';
import { idsOf } from './ids.ts';
import { type Recording, recordable } from './recording.ts';
import { createdId, receiptOf, refuseReuse, repeatedReceipt, type Task, withId } from './receipts.ts';
import { type FoldedStream, Streams } from './streams.ts';

/** Looks things up for `facts`; resolves once what it reads has caught up. */
export type LookupFor = (principal: CommandEnvelope['principal'], now: Instant, deadline: number) => Promise<Lookup>;

export interface CommandExecutorOptions extends Recording {
  readonly store: EventStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly aggregates: readonly AggregateDefinition[];
  readonly lookup: LookupFor;
  /** Told of every append that is durable. */
  readonly appended?: (events: readonly NewEvent[], position: Position) => void;
  /** Events held in memory as folded streams. */
  readonly cacheRoom?: number;
}

const maxRetries = 5;
const defaultRoom = 50_000;

/** Carries a command from its envelope to its receipt: load, authority, facts, decision, durable append. */
export class CommandExecutor {
  readonly #options: CommandExecutorOptions;
  readonly #bindings: ReadonlyMap<CommandType, CommandBinding>;
  readonly #streams: Streams;
  readonly #turns = new KeyedTurns();

  constructor(options: CommandExecutorOptions) {
    this.#options = options;
    this.#bindings = commandBindings(options.aggregates);
    this.#streams = new Streams(options.store, options.schemas, options.cacheRoom ?? defaultRoom);
  }

  /**
   * Answers once the command's events are durable. A command id already in its stream is answered with what it did
   * then, and nothing is decided again.
   * @throws {Rejection} of the domain, or of {@link platformRejections}
   * @throws {WrongExpectedVersion} after five conflicts with other processes
   * @throws {OutcomeUnknown | StoreUnavailable | EventTooLarge | Unavailable}
   */
  async execute<C extends object>(type: CommandType<C>, envelope: CommandEnvelope<C>): Promise<CommandReceipt> {
    const binding = this.#bindings.get(type);
    if (!binding) throw new TypeError(`no aggregate handles ${type.name}`);
    const ids = idsOf(envelope.commandId);
    const command = withId(envelope.command, binding.options.creates, ids);
    const stream = binding.handling.stream(command, ids.newId);
    const creates = envelope.fresh === true && binding.options.creates !== undefined;
    const presumedNew = creates && stream.endsWith(createdId(command, binding));
    const task: Task = { ...binding, envelope: { ...envelope, command }, ids, stream, presumedNew };
    return this.#turns.take(stream, () => this.#run(task));
  }

  async #run(task: Task): Promise<CommandReceipt> {
    const { aggregate, envelope, stream } = task;
    for (let retries = 0; ; retries++) {
      if (Date.now() >= envelope.deadline) throw unavailable('deadline-passed');
      const { folded, kept } = await this.#streams.load(stream, aggregate.fold, task.presumedNew);
      const past = folded.commands.get(envelope.commandId);
      if (past) return repeatedReceipt(task, past);
      // What is kept may be behind another process: look again before a refusal or a no-op is believed.
      const lookAgain = async (): Promise<boolean> =>
        retries < maxRetries && (await this.#streams.refresh(stream, aggregate.fold));
      try {
        const events = await this.#decide(task, folded);
        if (events.length > 0) return await this.#append(task, folded, events);
        if (!(kept && (await lookAgain()))) return await this.#nothingDone(task, folded);
      } catch (error) {
        const conflict = error instanceof WrongExpectedVersion || (kept && error instanceof Rejection);
        if (!(conflict && (await lookAgain()))) throw error;
      }
    }
  }

  async #decide(task: Task, { state, version }: FoldedStream): Promise<readonly NewEvent[]> {
    const { aggregate, handling, options, envelope, ids, stream } = task;
    const { command, commandId, principal, ifMatch, deadline } = envelope;
    assertAuthority(principal, options, regionsOf(command, options, aggregate, state));
    if (ifMatch !== undefined && ifMatch !== version)
      reject('precondition.stale', { expected: ifMatch, actual: version });
    const now = new Date(this.#options.clock.now()).toISOString();
    if (envelope.occurredAt !== undefined && envelope.occurredAt > now) reject('command.occurs-later');
    const facts =
      handling.facts && (await handling.facts(command, await this.#options.lookup(principal, now, deadline)));
    const context: DecisionContext = { now, actor: principal.actor, commandId, newId: ids.newId, facts };
    const decided = handling.decide(state, command, context as DecisionContext<never>);
    if (decided.length === 0) return [];
    const placed = decided.map((event) => ({ event, regions: aggregate.regions(state, event) }));
    return recordable(placed, stream, envelope, ids, now, this.#options);
  }

  async #append(task: Task, folded: FoldedStream, events: readonly NewEvent[]): Promise<CommandReceipt> {
    const { aggregate, envelope, stream } = task;
    const { commandId, deadline } = envelope;
    const expect = folded.version < 0 ? 'none' : folded.version;
    const result = await appendWithRetries(this.#options.store, stream, events, { expect, commandId }, deadline).catch(
      refuseReuse,
    );
    this.#options.appended?.(events, result.position);
    this.#streams.advance(stream, aggregate.fold, folded, { events, commandId, ...result });
    return receiptOf(task, { ...result, events: events.length });
  }

  async #nothingDone(task: Task, { version, position }: FoldedStream): Promise<CommandReceipt> {
    return receiptOf(task, { version, position: position ?? (await this.#options.store.head()), events: 0 });
  }
}
