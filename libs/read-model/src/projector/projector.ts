import type { EventStore, Lease, Position } from '@panshi/event-store';
import { reject } from '../rejections.ts';
import { whileLeading } from '../while-leading.ts';
import { type Clock, systemClock, until, Waiters } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ParkedDocument, ViewStore, ViewTable } from '../view-store.ts';
import { NotLeading, ViewBehind } from './projector-errors.ts';
import { lagOf, type ProjectorRole, type ViewLag } from './lag.ts';
import { LiveProjection } from './live-projection.ts';
import { openOnLog, type OtherLog } from './open-on-log.ts';
import { Parking } from './parking.ts';
import { rebuild } from './rebuild.ts';
import type { RebuildProgress } from './rebuild-progress.ts';
import { rebuildBeside, type RebuildOptions } from './rebuild-beside.ts';
import { rebuildLimit } from './rebuild-limit.ts';
import { retireOlder } from './retire.ts';

export interface ProjectorOptions<Doc extends ViewDocument> {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly view: ViewDefinition<Doc>;
  /** Names this process among those that could keep the view; unique. */
  readonly owner: string;
  readonly clock?: Clock;
  /** How long a lease lasts unless renewed, in milliseconds. */
  readonly leaseMs?: number;
  /** The alarm: a document waits for a fix. */
  readonly onParked?: (parked: ParkedDocument) => void;
  /** What interrupted the projector; it goes on by itself. */
  readonly onError?: (error: unknown) => void;
  readonly onRebuild?: (progress: RebuildProgress) => void;
  /** The view was folded from another log; it is begun anew. */
  readonly onOtherLog?: (other: OtherLog) => void;
}

const leaseMs = 10_000;
/** How often it is looked how far another process is with the view, in milliseconds. */
const pollMs = 20;
const retireMs = 60_000;

/** Keeps one view up with the log while it holds the view's lease; otherwise watches how far the holder is. */
export class Projector<Doc extends ViewDocument = ViewDocument> {
  readonly view: ViewDefinition<Doc>;
  /** The view's documents, for reading. */
  readonly table: ViewTable<Doc>;
  readonly #options: ProjectorOptions<Doc>;
  readonly #clock: Clock;
  readonly #parking: Parking;
  readonly #moved = new Waiters();
  #role: ProjectorRole = 'following';
  #reached: Position | undefined;
  #live: LiveProjection<Doc> | undefined;
  #rebuilding = false;
  #building: RebuildProgress | undefined;

  private constructor(options: ProjectorOptions<Doc>, table: ViewTable<Doc>) {
    this.view = options.view;
    this.table = table;
    this.#options = options;
    this.#clock = options.clock ?? systemClock;
    this.#parking = new Parking(options.view.name, table, this.#clock, (parked) => options.onParked?.(parked));
  }

  static async open<Doc extends ViewDocument>(options: ProjectorOptions<Doc>): Promise<Projector<Doc>> {
    return new Projector(options, await openOnLog(options));
  }

  /** Projects until aborted, whatever happens to store or lease; resolves when all it began has ended. */
  async run(signal: AbortSignal): Promise<void> {
    const { onError = () => undefined, leaseMs: ttlMs = leaseMs, owner } = this.#options;
    const leased = {
      acquire: (milliseconds: number) => this.table.acquire(owner, milliseconds),
      release: (lease: Lease) => this.table.release(lease),
    };
    await whileLeading(leased, { clock: this.#clock, ttlMs, onError }, signal, (lease, leading) =>
      this.#keep(lease, leading),
    );
  }

  /** How far this process is with building the view, from nothing or anew; undefined where it does not. */
  get building(): RebuildProgress | undefined {
    return this.#building;
  }

  /** How far the view is. */
  async reached(): Promise<Position | undefined> {
    return this.#role === 'following' ? this.table.checkpoint() : this.#reached;
  }

  /**
   * Resolves once the view has passed the position, so that who wrote can read it.
   * @param deadline milliseconds since the epoch @throws {ViewBehind} when it passes first
   */
  async waitFor(position: Position, deadline: number): Promise<void> {
    let reached: Position | undefined;
    const hasPassed = async (): Promise<boolean> => ((reached = await this.reached()) ?? '') >= position;
    const waiting = { signs: this.#moved, deadline, clock: this.#clock, pollMs };
    if (!(await until(hasPassed, waiting))) throw new ViewBehind(this.view.name, position, reached);
  }

  async lag(): Promise<ViewLag> {
    const { events, view } = this.#options;
    const [table, clock, role] = [this.table, this.#clock, this.#role];
    return lagOf({ events, view, table, clock, role, position: await this.reached() });
  }

  /**
   * Takes a parked document up again after a fix. @throws {NotLeading} where another process keeps the view
   * @throws {Rejection} `view.not-parked`, `view.rebuild-needed`
   */
  async refold(id: string): Promise<void> {
    await this.#kept().refold(id);
  }

  /**
   * Builds the view anew beside the one that is kept, which answers until the new one has caught up and takes its place.
   * Cancelled, it goes on from there when asked again. @returns the position, undefined when cancelled
   * @throws {NotLeading} where another process keeps the view @throws {Rejection} `view.being-rebuilt`
   */
  async rebuild(options: RebuildOptions, signal: AbortSignal): Promise<Position | undefined> {
    const { events, views, view, owner, leaseMs: ttlMs = leaseMs, onParked = () => undefined } = this.#options;
    const onProgress = this.#following(options.onProgress);
    const live = this.#kept();
    if (this.#rebuilding) return reject('view.being-rebuilt', { view: view.name });
    this.#rebuilding = true;
    const beside = { events, views, view, owner, onParked, leaseMs: ttlMs, table: this.table, clock: this.#clock };
    try {
      return await rebuildBeside({ ...options, ...beside, onProgress, live }, signal);
    } finally {
      this.#building = undefined;
      this.#rebuilding = false;
    }
  }

  #following(onProgress?: (progress: RebuildProgress) => void): (progress: RebuildProgress) => void {
    return (progress) => {
      this.#building = progress;
      onProgress?.(progress);
    };
  }

  #kept(): LiveProjection<Doc> {
    if (this.#live) return this.#live;
    throw new NotLeading(`${this.view.name} is kept by another process, or not yet caught up`);
  }

  async #keep(lease: Lease, signal: AbortSignal): Promise<void> {
    const { events, view, onRebuild, onError } = this.#options;
    const onProgress = this.#following(onRebuild);
    const { table } = this;
    const context = { events, view, table, lease, parking: this.#parking, clock: this.#clock };
    const onMoved = (position: Position): void => {
      this.#reached = position;
      this.#moved.wakeAll();
    };
    this.#reached = await table.checkpoint();
    this.#role = 'building';
    try {
      await this.#parking.restore();
      const from = await rebuildLimit(this.#options.views)(() => rebuild({ ...context, onProgress }, signal));
      if (from === undefined) return;
      this.#building = undefined;
      onMoved(from);
      this.#role = 'live';
      this.#live = new LiveProjection({ ...context, onMoved, onError }, from);
      void this.#retire(signal);
      await this.#live.run(signal);
    } finally {
      this.#role = 'following';
      this.#building = undefined;
      this.#live = undefined;
    }
  }

  async #retire(signal: AbortSignal): Promise<void> {
    const { views, view, onError } = this.#options;
    while (!signal.aborted) {
      await retireOlder(views, view).catch(onError ?? (() => undefined));
      await this.#clock.sleep(retireMs, signal);
    }
  }
}
