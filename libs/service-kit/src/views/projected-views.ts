import { Logger, type OnApplicationBootstrap } from '@nestjs/common';
import type { EventStore, Position } from '@panshi/event-store';
import {
  Projector,
  ViewBehind,
  type ViewDefinition,
  type ViewDocument,
  type ViewLag,
  type ViewReader,
  type ViewStore,
} from '@panshi/read-model';
import type { Lifecycle } from '../lifecycle/lifecycle.ts';
import type { LiveViews } from './readable-views.ts';
import { unavailable } from '../rejections.ts';

/** A view further behind than this is not ready. */
const mostLagSeconds = 60;

export interface ReadyView extends ViewLag {
  readonly ready: boolean;
}

interface ProjectedViewsOptions {
  readonly store: EventStore;
  readonly viewStore: ViewStore;
  readonly lifecycle: Lifecycle;
  /** Of the views' leases. */
  readonly owner: string;
}

/** A service's views, each kept up with the log by its projector. */
export class ProjectedViews implements LiveViews, OnApplicationBootstrap {
  /** The furthest that each was: one that is behind that was wiped, and is being built again. */
  readonly #furthest = new Map<string, Position>();

  static async open(views: readonly ViewDefinition[], options: ProjectedViewsOptions): Promise<ProjectedViews> {
    const start = await options.store.head();
    const projectors = new Map<string, Projector>();
    for (const view of views) projectors.set(view.name, await openProjector(view, options));
    return new ProjectedViews(projectors, start, options.lifecycle);
  }

  /** @param start where the log was at start: a view that has not come so far is still being built */
  private constructor(
    private readonly byName: ReadonlyMap<string, Projector>,
    private readonly start: Position,
    private readonly lifecycle: Lifecycle,
  ) {}

  onApplicationBootstrap(): void {
    for (const [name, projector] of this.byName)
      this.lifecycle.run('views', `view ${name}`, (signal) => projector.run(signal));
  }

  of<Doc extends ViewDocument>(view: ViewDefinition<Doc>): ViewReader<Doc> {
    return this.#projector(view.name).table as unknown as ViewReader<Doc>;
  }

  async whenPassed(names: readonly string[], after: Position | undefined, deadline: number): Promise<Position> {
    const reached = await Promise.all(names.map((name) => this.#whenPassed(name, after, deadline)));
    return reached.reduce((oldest, each) => (each < oldest ? each : oldest), reached[0] ?? this.start);
  }

  projectors(): Iterable<Projector> {
    return this.byName.values();
  }

  /** How far each view is behind the log, and whether that is good enough to be asked. */
  async lags(): Promise<readonly ReadyView[]> {
    return Promise.all([...this.byName.values()].map((projector) => this.#lag(projector)));
  }

  async #lag(projector: Projector): Promise<ReadyView> {
    const lag = await projector.lag();
    const built = lag.position !== undefined && lag.position >= this.start;
    return { ...lag, ready: built && lag.seconds <= mostLagSeconds };
  }

  async #whenPassed(name: string, after: Position = '', deadline: number): Promise<Position> {
    const projector = this.#projector(name);
    const built = this.#furthest.get(name) ?? this.start;
    const wanted = after > built ? after : built;
    let reached = (await projector.reached()) ?? '';
    if (reached < wanted) {
      await projector.waitFor(wanted, deadline).catch(behind);
      reached = (await projector.reached()) ?? wanted;
    }
    if (reached > built) this.#furthest.set(name, reached);
    return reached;
  }

  /** @throws {TypeError} for a view that the service does not have */
  #projector(name: string): Projector {
    const projector = this.byName.get(name);
    if (!projector) throw new TypeError(`${name} is no view of this service`);
    return projector;
  }
}

const logger = new Logger('Projector');

const openProjector = (view: ViewDefinition, { store, viewStore, owner }: ProjectedViewsOptions): Promise<Projector> =>
  Projector.open({
    events: store,
    views: viewStore,
    view,
    owner,
    onParked: (parked) => logger.error({ msg: 'a document is parked until a fix', ...parked }),
    onOtherLog: (other) =>
      logger.warn({ msg: 'view was folded from another log, as after a restored backup: it is built anew', ...other }),
    onError: (error) => logger.warn(error),
    onRebuild: (progress) => logger.log({ msg: 'view being built', ...progress }),
  });

const behind = (error: unknown): never => {
  throw error instanceof ViewBehind ? unavailable('view.behind') : error;
};
