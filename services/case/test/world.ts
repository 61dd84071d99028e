import { Readable } from 'node:stream';
import { type EventType, eventTypes, type Principal } from '@panshi/contracts';
import { type Actor, type DecisionContext, type DomainEvent, foldAll, Rejection } from '@panshi/kernel';
import {
  type Filter,
  matching,
  type Reaction,
  type ReactionContext,
  type Typed,
  type ViewDefinition,
  type ViewDocument,
} from '@panshi/read-model';
import type { AggregateDefinition, CommandHandling, Lookup, ModelDefinition } from '@panshi/service-kit';
import { sealedText } from '@panshi/testing';
import { caseService } from '../src/case.definition.ts';

export type Recorded = Typed<EventType>;

const system: Principal = { actor: { account: 'system', person: 'system', post: 'system' }, grants: [], system: true };
type Documents = ReadonlyMap<string, ViewDocument>;

/** The whole service in memory, one command at a time: its definition, run without the machinery. */
export class World {
  readonly log: Recorded[] = [];
  readonly #streams = new Map<string, Recorded[]>();
  readonly #models = new Map(caseService.models.map((model) => [model.name, model.create()]));
  readonly #views = new Map(caseService.views.map(({ name }) => [name, new Map<string, ViewDocument>()]));
  /** How many events each reactor has seen. */
  readonly #seen = new Map<string, number>();
  now = '2026-03-02T01:00:00.000Z';

  /** @throws {Rejection} when the command is refused; the log is then as it was. */
  async execute(command: object, actor?: Actor): Promise<readonly Recorded[]> {
    const { aggregate, handling } = handlingOf(command);
    const stream = handling.stream(command, (label) => label);
    const principal = actor ? { actor, grants: [] } : system;
    const lookup = {
      principal,
      now: this.now,
      model: (model: ModelDefinition) => this.#models.get(model.name),
      views: this.views,
    };
    const facts = await handling.facts?.(command, lookup as Lookup);
    const newId = (label: string): string => `${label}-${this.log.length}`;
    const context: DecisionContext = {
      now: this.now,
      actor: principal.actor,
      commandId: `c-${this.log.length}`,
      newId,
      facts,
    };
    const decided = handling.decide(this.state(stream, aggregate), command, context as DecisionContext<never>);
    return decided.map((event) => this.record(stream, event, principal.actor));
  }

  state(stream: string, aggregate: AggregateDefinition): unknown {
    return foldAll(aggregate.fold, this.#streams.get(stream) ?? []);
  }

  /** Records an event of this service, or one that another would have. */
  record(stream: string, event: DomainEvent, actor = system.actor): Recorded {
    const at = String(this.log.length).padStart(8, '0');
    const history = this.#streams.get(stream) ?? [];
    const times = { occurredAt: this.now, recordedAt: this.now };
    const envelope = { id: `event-${at}`, stream, version: history.length, position: at, actor, ...times };
    const recorded = { ...envelope, ...sealed(event) } as Recorded;
    this.log.push(recorded);
    this.#streams.set(stream, [...history, recorded]);
    for (const model of caseService.models)
      if (model.from.includes(recorded.type)) model.apply(this.#models.get(model.name), recorded);
    for (const view of caseService.views) fold(view, this.#views.get(view.name)!, [recorded]);
    return recorded;
  }

  /** Lets the reactors follow the log to its end. A rejected reaction is passed. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.log.length;) {
      before = this.log.length;
      for (const reactor of caseService.reactors) {
        const from = this.#seen.get(reactor.name) ?? 0;
        this.#seen.set(reactor.name, this.log.length);
        for (const event of this.log.slice(from).filter(({ type }) => reactor.from.includes(type)))
          await this.#issue(await reactor.react(event, this.#reaction));
      }
    }
  }

  /** Moves the clock on, stopping at each moment something falls due. */
  async until(moment: string): Promise<void> {
    for (;;) {
      await this.settle();
      const [timer] = caseService.timers;
      const due = [...this.documents(timer!.view).values()]
        .filter(({ dueAt }) => dueAt !== undefined && dueAt <= moment)
        .toSorted((a, b) => (a.dueAt! < b.dueAt! ? -1 : 1))[0];
      if (!due) break;
      if (this.now < due.dueAt!) this.now = due.dueAt!;
      const before = this.log.length;
      await this.#issue([timer!.react(due, this.now)!]);
      if (this.log.length === before) throw new Error(`the clock is stuck at ${JSON.stringify(due)}`);
    }
    this.now = moment;
  }

  documents<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ReadonlyMap<string, Doc> {
    return this.#views.get(view.name) as Map<string, Doc>;
  }

  readonly views = {
    of: (view: ViewDefinition) => ({
      get: async (id: string) => this.documents(view).get(id),
      find: async ({ filter = {} }: { filter?: Filter } = {}) => ({ items: select(this.documents(view), filter) }),
    }),
  } as unknown as Lookup['views'];

  readonly #reaction = {
    get: async (view: ViewDefinition, id: string) => this.documents(view).get(id),
    all: (view: ViewDefinition, filter: Filter) => Readable.from(select(this.documents(view), filter)),
  } as unknown as ReactionContext;

  async #issue(reactions: readonly Reaction[]): Promise<void> {
    for (const { command } of reactions)
      await this.execute(command).catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
      });
  }
}

/** Folds events into documents, as a projector does. */
export const fold = (
  view: ViewDefinition,
  documents: Map<string, ViewDocument>,
  events: readonly Recorded[],
): Documents => {
  for (const event of events.filter(({ type }) => view.from.includes(type)))
    for (const id of view.keys(event)) {
      const document = view.evolve(documents.get(id), event, id);
      if (document) documents.set(id, document);
      else documents.delete(id);
    }
  return documents;
};

const select = (documents: Documents, filter: Filter): readonly ViewDocument[] =>
  [...documents.values()].filter(matching(filter)).toSorted((a, b) => (a._id < b._id ? -1 : 1));

const handlingOf = (command: object): { aggregate: AggregateDefinition; handling: CommandHandling } => {
  for (const aggregate of caseService.aggregates)
    for (const handling of aggregate.commands)
      if (handling.command === command.constructor) return { aggregate, handling };
  throw new TypeError(`nobody handles ${command.constructor.name}`);
};

const sealed = ({ type, data }: DomainEvent): DomainEvent => {
  const fields = data as Record<string, unknown>;
  const personal = eventTypes[type as EventType].personal.map(({ path }) => path[0]!);
  const closed = personal.filter((field) => fields[field] !== undefined).map((field) => [field, sealedText()]);
  return { type, data: { ...fields, ...Object.fromEntries(closed) } };
};
