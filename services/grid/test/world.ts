import { eventTypes, type EventType, type Principal } from '@panshi/contracts';
import type { Actor, DecisionContext, DomainEvent } from '@panshi/kernel';
import {
  type Filter,
  matching,
  type ReactionContext,
  type ReactorDefinition,
  type Typed,
  type ViewDefinition,
  type ViewDocument,
  type ViewReader,
} from '@panshi/read-model';
import type { AggregateDefinition, CommandHandling, Lookup, ModelDefinition } from '@panshi/service-kit';
import { sealedText } from '@panshi/testing';
import { gridDefinition } from '../src/grid.definition.ts';

export type Recorded = Typed<EventType>;

export const actorOf = (person: string): Actor => ({ account: `account-${person}`, person, post: person });

/** May do anything, as reactors may. */
export const system = (actor = actorOf('system')): Principal => ({ actor, grants: [], system: true });

/** The whole service in memory, one command at a time: its definition, run without the machinery. */
export class World implements Pick<Lookup, 'now'> {
  readonly log: Recorded[] = [];
  now = '2026-07-01T19:00:00.000Z';
  readonly #streams = new Map<string, { version: number; state: unknown }>();
  readonly #models = new Map(gridDefinition.models.map((model) => [model.name, { model, state: model.create() }]));
  readonly #documents = new Map(gridDefinition.views.map(({ name }) => [name, new Map<string, ViewDocument>()]));
  /** How far each reactor has come. */
  readonly #reacted = new Map<string, number>();
  #ids = 0;

  /** @throws {Rejection} when the command is refused; the log is then as it was. */
  async execute(command: object, principal: Principal = system()): Promise<readonly Recorded[]> {
    const { aggregate, handling } = handlingOf(command);
    const labelled = new Map<string, string>();
    const newId = (label: string): string => {
      const id = labelled.get(label) ?? `${label}-${++this.#ids}`;
      labelled.set(label, id);
      return id;
    };
    const stream = handling.stream(command, newId);
    const { state } = this.#streams.get(stream) ?? { state: aggregate.fold.initial };
    const lookup: Lookup = { views: this.views, principal, now: this.now, model: (model) => this.model(model) };
    const facts = await handling.facts?.(command, lookup);
    const { actor } = principal;
    const context: DecisionContext = { now: this.now, actor, commandId: `command-${++this.#ids}`, newId, facts };
    const decided = handling.decide(state, command, context as DecisionContext<never>);
    return decided.map((event) => this.record(stream, event, actor, aggregate));
  }

  /** Puts an event into the log, of this service or another. */
  record(stream: string, event: DomainEvent, actor = actorOf('system'), aggregate?: AggregateDefinition): Recorded {
    const { version, state } = this.#streams.get(stream) ?? { version: -1, state: aggregate?.fold.initial };
    const next = aggregate ? aggregate.fold.evolve(state, event) : state;
    this.#streams.set(stream, { version: version + 1, state: next });
    const at = String(this.log.length).padStart(8, '0');
    const times = { occurredAt: this.now, recordedAt: this.now };
    const where = { id: `event-${at}`, stream, version: version + 1, position: at };
    const recorded = { ...where, actor, ...times, ...sealed(event) } as Recorded;
    this.log.push(recorded);
    this.#spread(recorded);
    return recorded;
  }

  model<State>({ name }: ModelDefinition<State>): State {
    return this.#models.get(name)!.state as State;
  }

  documents<Doc extends ViewDocument>({ name }: ViewDefinition<Doc>): ReadonlyMap<string, Doc> {
    return this.#documents.get(name) as unknown as ReadonlyMap<string, Doc>;
  }

  /** Every document of a view that matches; its readers see one page of it, without order, text or window. */
  readonly views = {
    of: <Doc extends ViewDocument>(view: ViewDefinition<Doc>): ViewReader<Doc> => ({
      get: (id) => Promise.resolve(this.documents(view).get(id)),
      find: ({ filter = {} } = {}) => Promise.resolve({ items: this.#all(view, filter) }),
      count: (filter = {}) => Promise.resolve(this.#all(view, filter).length),
    }),
  };

  /** Lets a reactor follow the log over so many events, or all there are; its commands are carried out, refused ones passed. */
  async react(reactor: ReactorDefinition, steps = Infinity): Promise<void> {
    const context: ReactionContext = {
      get: (view, id) => this.views.of(view).get(id),
      all: async function* <Doc extends ViewDocument>(this: World, view: ViewDefinition<Doc>, filter: Filter) {
        for (const document of this.#all(view, filter)) yield await Promise.resolve(document);
      }.bind(this) as ReactionContext['all'],
    };
    for (let taken = 0; taken < steps; taken++) {
      const at = this.#reacted.get(reactor.name) ?? 0;
      const event = this.log[at];
      if (!event) return;
      this.#reacted.set(reactor.name, at + 1);
      if (!reactor.from.includes(event.type)) continue;
      for (const { command } of await reactor.react(event, context)) await this.execute(command).catch(passRejection);
    }
  }

  #all<Doc extends ViewDocument>(view: ViewDefinition<Doc>, filter: Filter): readonly Doc[] {
    return [...this.documents(view).values()].filter(matching(filter));
  }

  #spread(event: Recorded): void {
    for (const { model, state } of this.#models.values())
      if (model.from.includes(event.type)) model.apply(state, event);
    for (const view of gridDefinition.views) {
      if (!view.from.includes(event.type)) continue;
      const documents = this.#documents.get(view.name)!;
      for (const id of view.keys(event)) {
        const document = view.evolve(documents.get(id), event, id);
        if (document) documents.set(id, document);
        else documents.delete(id);
      }
    }
  }
}

const passRejection = (error: unknown): void => {
  if (!(error instanceof Error && error.name === 'Rejection')) throw error;
};

const handlingOf = (command: object): { aggregate: AggregateDefinition; handling: CommandHandling } => {
  for (const aggregate of gridDefinition.aggregates)
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
