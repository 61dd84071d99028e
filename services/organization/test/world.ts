import { eventTypes, type EventType } from '@panshi/contracts';
import { type Actor, type DecisionContext, type DomainEvent, foldAll } from '@panshi/kernel';
import type { Typed, ViewDefinition, ViewDocument } from '@panshi/read-model';
import type { AggregateDefinition, CommandHandling, Lookup, ModelDefinition } from '@panshi/service-kit';
import { sealedText } from '@panshi/testing';
import { organization } from '../src/organization.definition.ts';

export type Recorded = Typed<EventType>;

export const administrator: Actor = { account: 'system-1', person: 'administrator', post: '系统管理员' };

/** The whole service in memory, one command at a time: its definition, run without the machinery. */
export class World {
  readonly log: Recorded[] = [];
  readonly #models = new Map(organization.models.map((model) => [model.name, { model, state: model.create() }]));
  #ids = 0;
  now = '2026-03-02T01:00:00.000Z';

  /** @throws {Rejection} when the command is refused; the log is then as it was. */
  execute(command: object, actor: Actor = administrator): readonly Recorded[] {
    const { aggregate, handling } = handlingOf(command);
    const labelled = new Map<string, string>();
    const newId = (label: string): string => {
      const id = labelled.get(label) ?? `${label}-${++this.#ids}`;
      labelled.set(label, id);
      return id;
    };
    const stream = handling.stream(command, newId);
    const history = this.log.filter((event) => event.stream === stream);
    const state = foldAll(aggregate.fold, history);
    const facts = handling.facts?.(command, this as unknown as Lookup);
    const context: DecisionContext = { now: this.now, actor, commandId: `command-${this.#ids}`, newId, facts };
    const decided = handling.decide(state, command, context as DecisionContext<never>);
    return decided.map((event, i) => this.#record(stream, history.length + i, event, actor));
  }

  model<State>({ name }: ModelDefinition<State>): State {
    return this.#models.get(name)!.state as State;
  }

  /** A view's documents by id, folded from the whole log. */
  documents<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ReadonlyMap<string, Doc> {
    return folded(view, this.log);
  }

  #record(stream: string, version: number, event: DomainEvent, actor: Actor): Recorded {
    const at = String(this.log.length).padStart(8, '0');
    const times = { occurredAt: this.now, recordedAt: this.now };
    const recorded = { id: `event-${at}`, stream, version, position: at, actor, ...times, ...sealed(event) };
    this.log.push(recorded as Recorded);
    for (const { model, state } of this.#models.values())
      if (model.from.includes(event.type as EventType)) model.apply(state, recorded as Recorded);
    return recorded as Recorded;
  }
}

export const folded = <Doc extends ViewDocument>(view: ViewDefinition<Doc>, log: readonly Recorded[]) => {
  const documents = new Map<string, Doc>();
  for (const event of log.filter(({ type }) => view.from.includes(type)))
    for (const id of view.keys(event)) {
      const document = view.evolve(documents.get(id), event, id);
      if (document) documents.set(id, document);
      else documents.delete(id);
    }
  return documents;
};

const handlingOf = (command: object): { aggregate: AggregateDefinition; handling: CommandHandling } => {
  for (const aggregate of organization.aggregates)
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
