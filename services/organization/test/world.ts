import type { EventType } from '@panshi/contracts';
import { type Actor, type DecisionContext, type DomainEvent, foldAll } from '@panshi/kernel';
import type { ViewDefinition, ViewDocument } from '@panshi/read-model';
import type { Lookup, ModelDefinition } from '@panshi/service-kit';
import {
  type Documents,
  foldInto,
  handlingOf,
  labelledIds,
  type Recorded,
  sealedEvent,
} from '@panshi/testing/in-memory';
import { organizationDefinition } from '../src/organization.definition.ts';

export const administrator: Actor = { account: 'system-1', person: 'administrator', post: '系统管理员' };

/** The whole service in memory, one command at a time: its definition, run without the machinery. */
export class World {
  readonly log: Recorded[] = [];
  readonly #models = new Map(
    organizationDefinition.models.map((model) => [model.name, { model, state: model.create() }]),
  );
  #ids = 0;
  now = '2026-03-02T01:00:00.000Z';

  /** @throws {Rejection} when the command is refused; the log is then as it was. */
  execute(command: object, actor: Actor = administrator): readonly Recorded[] {
    const { aggregate, handling } = handlingOf(organizationDefinition, command);
    const newId = labelledIds(() => ++this.#ids);
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
  documents<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Documents<Doc> {
    return foldInto(new Map(), view, this.log);
  }

  #record(stream: string, version: number, event: DomainEvent, actor: Actor): Recorded {
    const at = String(this.log.length).padStart(8, '0');
    const times = { occurredAt: this.now, recordedAt: this.now };
    const recorded = { id: `event-${at}`, stream, version, position: at, actor, ...times, ...sealedEvent(event) };
    this.log.push(recorded as Recorded);
    for (const { model, state } of this.#models.values())
      if (model.from.includes(event.type as EventType)) model.apply(state, recorded as Recorded);
    return recorded as Recorded;
  }
}
