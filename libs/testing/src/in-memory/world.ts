import type { Principal } from '@panshi/contracts';
import { type Actor, type DecisionContext, type DomainEvent, foldAll, Rejection } from '@panshi/kernel';
import type { DueDocument, Reaction, ReactorDefinition, ViewDefinition, ViewDocument } from '@panshi/read-model';
import type { AggregateDefinition, ModelDefinition, ServiceDefinition } from '@panshi/service-kit';
import { FoldedViews } from './folded-views.ts';
import type { Documents, Recorded } from './folding.ts';
import { handlingOf, labelledIds, sealedEvent } from './recording.ts';

const systemActor: Actor = { account: 'system', person: 'system', post: 'system' };

interface Stream {
  readonly events: Recorded[];
  /** Of so many of its events. */
  folded: number;
  state: unknown;
}

/** A whole service in memory, one command at a time: its definition, run without the machinery. */
export class World {
  readonly log: Recorded[] = [];
  readonly views: FoldedViews;
  now: string;
  readonly #definition: ServiceDefinition;
  readonly #streams = new Map<string, Stream>();
  readonly #models: ReadonlyMap<string, unknown>;
  /** How far each reactor has come. */
  readonly #reacted = new Map<string, number>();
  #ids = 0;

  constructor(definition: ServiceDefinition, now: string) {
    this.now = now;
    this.#definition = definition;
    this.#models = new Map(definition.models.map((model) => [model.name, model.create()]));
    this.views = new FoldedViews(definition.views);
  }

  /**
   * By the system unless told; an actor alone holds no grants.
   * @throws {Rejection} when the command is refused; the log is then as it was.
   */
  async execute(command: object, by: Actor | Principal = system()): Promise<readonly Recorded[]> {
    const principal = 'actor' in by ? by : { actor: by, grants: [] };
    const { aggregate, handling } = handlingOf(this.#definition, command);
    const newId = labelledIds(() => ++this.#ids);
    const stream = handling.stream(command, newId);
    const { now, views } = this;
    const facts = await handling.facts?.(command, { views, principal, now, model: (model) => this.model(model) });
    const { actor } = principal;
    const context: DecisionContext = { now, actor, commandId: `command-${++this.#ids}`, newId, facts };
    const decided = handling.decide(this.state(stream, aggregate), command, context as DecisionContext<never>);
    return decided.map((event) => this.record(stream, event, actor));
  }

  /** Records an event of this service, or one that another would have. */
  record(stream: string, event: DomainEvent, actor = systemActor): Recorded {
    const { events } = this.#stream(stream);
    const position = String(this.log.length).padStart(16, '0');
    const where = { id: `event-${position}`, stream, version: events.length, position };
    const times = { occurredAt: this.now, recordedAt: this.now };
    const recorded = { ...where, actor, ...times, ...sealedEvent(event) } as Recorded;
    events.push(recorded);
    this.log.push(recorded);
    for (const model of this.#definition.models)
      if (model.from.includes(recorded.type)) model.apply(this.#models.get(model.name), recorded);
    this.views.apply(recorded);
    return recorded;
  }

  /** What a stream has come to. */
  state(name: string, { fold }: AggregateDefinition): unknown {
    const stream = this.#stream(name);
    stream.state = foldAll(fold, stream.events.slice(stream.folded), stream.folded ? stream.state : fold.initial);
    stream.folded = stream.events.length;
    return stream.state;
  }

  model<State>({ name }: ModelDefinition<State>): State {
    return this.#models.get(name) as State;
  }

  documents<Doc extends ViewDocument>(view: ViewDefinition<Doc>): Documents<Doc> {
    return this.views.documents(view);
  }

  /** Lets a reactor follow the log over so many events, or all there are; refused commands are passed. */
  async react(reactor: ReactorDefinition, steps = Infinity): Promise<void> {
    for (let taken = 0; taken < steps; taken++) {
      const at = this.#reacted.get(reactor.name) ?? 0;
      const event = this.log[at];
      if (!event) return;
      this.#reacted.set(reactor.name, at + 1);
      if (reactor.from.includes(event.type)) await this.issue(await reactor.react(event, this.views.reaction));
    }
  }

  /** Lets all reactors follow the log until nothing more comes of it. */
  async settle(): Promise<void> {
    for (let before = -1; before !== this.log.length;) {
      before = this.log.length;
      for (const reactor of this.#definition.reactors) await this.react(reactor);
    }
  }

  /** Carries out what a reactor or timer wants; what is refused is passed. */
  async issue(reactions: readonly Reaction[]): Promise<void> {
    for (const { command } of reactions)
      await this.execute(command).catch((error: unknown) => {
        if (!(error instanceof Rejection)) throw error;
      });
  }

  /** Moves the clock on, stopping at each moment something falls due. */
  async until(moment: string): Promise<void> {
    for (;;) {
      await this.settle();
      const due = this.#due(moment);
      if (!due) break;
      if (this.now < due.at) this.now = due.at;
      const before = this.log.length;
      await this.issue([due.timer.react(due.document, this.now)!]);
      if (this.log.length === before) throw new Error(`the clock is stuck at ${JSON.stringify(due.document)}`);
    }
    this.now = moment;
  }

  #due(moment: string) {
    return this.#definition.timers
      .flatMap((timer) =>
        [...this.documents<DueDocument>(timer.view).values()].flatMap((document) =>
          document.dueAt === undefined || document.dueAt > moment ? [] : [{ timer, document, at: document.dueAt }],
        ),
      )
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))[0];
  }

  #stream(name: string): Stream {
    const stream = this.#streams.get(name) ?? { events: [], folded: 0, state: undefined };
    this.#streams.set(name, stream);
    return stream;
  }
}

/** May do anything, as reactors may. */
export const system = (actor = systemActor): Principal => ({ actor, grants: [], system: true });
