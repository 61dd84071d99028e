import { Inject, Injectable } from '@nestjs/common';
import {
  type QueryAnswer,
  type QueryEnvelope,
  type QueryOptions,
  queryOptions,
  type QueryType,
  type StreamType,
} from '@panshi/contracts';
import type { EventStore, Position } from '@panshi/event-store';
import { type Keys, openPersonal } from '@panshi/privacy';
import { Past, type ViewDefinition, type Views } from '@panshi/read-model';
import type { Clock } from '@panshi/async';
import { assertAuthority } from '../command/authority.ts';
import type { QueryContext, QueryHandling } from '../definition/query.ts';
import type { ServiceDefinition } from '../definition/service.ts';
import { knownPosition, pastMoment } from './past-moment.ts';
import { withPastRefusals } from './past-refusals.ts';
import { unavailable } from '../rejections.ts';
import { CLOCK, EVENT_STORE, KEYS, SERVICE_DEFINITION } from '../tokens.ts';
import { ProjectedViews } from '../views/projected-views.ts';
import { type LiveViews, restrictedTo } from '../views/readable-views.ts';

/** Milliseconds kept of a deadline for a refusal to travel back: without them the caller would only see its time run out. */
const refusalMs = 200;

/** What a query class is bound to: its handler, what the class says of itself, and the views it reads. */
interface QueryBinding {
  readonly answer: QueryHandling['answer'];
  readonly options: QueryOptions;
  readonly views: readonly ViewDefinition[];
}

/** Carries a query from its envelope to its answer: authority, the views caught up or folded as of then, the handler. */
@Injectable()
export class QueryExecutor {
  readonly #bindings: ReadonlyMap<QueryType, QueryBinding>;

  /** @throws {TypeError} when a query reads a view that the service does not have */
  constructor(
    @Inject(SERVICE_DEFINITION) { queries, views }: Pick<ServiceDefinition, 'queries' | 'views'>,
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'head' | 'positionAt' | 'readStream'>,
    @Inject(KEYS) private readonly keys: Pick<Keys, 'keys'>,
    @Inject(CLOCK) private readonly clock: Pick<Clock, 'now'>,
    @Inject(Past) private readonly past: Pick<Past, 'asOf'>,
    @Inject(ProjectedViews) private readonly live: LiveViews,
  ) {
    this.#bindings = new Map(queries.map((handling) => [handling.query, bindingOf(handling, views)]));
  }

  /**
   * Never stale silently: with `after`, waits until the query's views have passed it.
   * @throws {Rejection} `authority.forbidden`, `as-of.not-past`, `as-of.clock-was-ahead`, `position.unknown`, or the handler's own
   * @throws {Unavailable} `view.behind`, `deadline-passed`, `view.as-of-busy`, `view.as-of-account-busy`, `view.as-of-late`
   */
  async execute<Q extends object>(type: QueryType<Q>, envelope: QueryEnvelope<Q>): Promise<QueryAnswer> {
    const query = this.#bindings.get(type);
    if (!query) throw new TypeError(`no handler answers ${type.name}`);
    const { principal, after, asOf, deadline } = envelope;
    assertAuthority(principal, query.options, [undefined]);
    if (Date.now() >= deadline) throw unavailable('deadline-passed');
    if (after !== undefined) await knownPosition(after, this.store);
    return asOf === undefined
      ? this.#live(query, envelope, after)
      : withPastRefusals(() => this.#past(query, envelope, asOf));
  }

  async #live(query: QueryBinding, envelope: QueryEnvelope, after: string | undefined): Promise<QueryAnswer> {
    const { live, clock } = this;
    // Taken before reading, so the answer is at least as new as it says.
    const position = await live.whenPassed(query.options.views, after, envelope.deadline - refusalMs);
    return this.#answer(query, envelope, live, position, new Date(clock.now()).toISOString());
  }

  async #past(query: QueryBinding, envelope: QueryEnvelope, asOf: string): Promise<QueryAnswer> {
    const today = new Date(this.clock.now()).toISOString();
    const { position, instant = today } = await pastMoment(asOf, today, this.store);
    const { account } = envelope.principal.actor;
    const asker = { account, deadline: envelope.deadline - refusalMs };
    const past = await this.past.asOf(query.views, position, asker);
    try {
      return await this.#answer(query, envelope, past.views, position, instant);
    } finally {
      past.release();
    }
  }

  async #answer(
    { answer, options, views: declared }: QueryBinding,
    { query, principal }: QueryEnvelope,
    views: Views,
    position: string,
    now: string,
  ): Promise<QueryAnswer> {
    const open: QueryContext['open'] = (sealed) => openPersonal(sealed, this.keys.keys);
    const body = await answer(query, { views: restrictedTo(views, declared), principal, now, open });
    const version = versionOf(body) ?? (await this.#versionThen(options.stream, body, position));
    return version === undefined ? { body, position } : { body, position, version };
  }

  /**
   * The version that the thing's stream had reached at the answer's position, where the view does not keep it: that of a
   * grid is of all grids of its community. The answer is at least as new.
   */
  async #versionThen(stream: StreamType | undefined, body: unknown, position: Position): Promise<number | undefined> {
    if (!stream || typeof body !== 'object' || body === null) return undefined;
    for await (const event of this.store.readStream(stream.of(body as never), { direction: 'backwards' }))
      if (event.position <= position) return event.version;
    return undefined;
  }
}

const bindingOf = ({ query, answer }: QueryHandling, views: readonly ViewDefinition[]): QueryBinding => {
  const options = queryOptions(query);
  return {
    answer,
    options,
    views: options.views.map((name) => {
      const view = views.find((each) => each.name === name);
      if (!view) throw new TypeError(`${query.name} reads ${name}, which is no view of the service`);
      return view;
    }),
  };
};

const versionOf = (body: unknown): number | undefined => {
  const version = typeof body === 'object' && body !== null ? (Reflect.get(body, '_version') as unknown) : undefined;
  return typeof version === 'number' ? version : undefined;
};
