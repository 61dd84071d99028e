import type { EventStore, Position } from '@panshi/event-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock, type LimitFunction, pLimit, systemClock } from '@panshi/async';
import type { ViewDefinition } from '../view.ts';
import type { Views } from '../view-reader.ts';
import { foldMoment, type Moment } from './moment.ts';
import { type MomentName, momentName, MomentsAtHand } from './moments-at-hand.ts';

/** The past cannot be shown now: too many ask for it (`busy`), or the fold takes longer than the asker waits (`late`). */
export class PastUnavailable extends Error {
  override readonly name = 'PastUnavailable';
  constructor(readonly code: 'view.as-of-busy' | 'view.as-of-late') {
    super(code);
  }
}

export interface PastOptions {
  readonly events: EventStore;
  /** Where folded moments are kept, as files that go with the process; the system's temporary folder unless told. */
  readonly directory?: string;
  /** How many moments may be folded at a time, and how many may wait for that; more are refused as busy. */
  readonly folding?: number;
  readonly waiting?: number;
  /** How many folded moments are kept, the last used. */
  readonly kept?: number;
  readonly clock?: Clock;
}

/** Views as of a past position, held until released. */
export interface PastViews {
  readonly views: Views;
  release(): void;
}

const usual = { folding: 1, waiting: 4, kept: 4 };

type Settled = PastOptions & typeof usual & { readonly clock: Clock; readonly directory: string };

/**
 * Shows any past moment of any view, by folding the log up to it, from the nearest moment before it that is at hand.
 * Bounded in work (folds at a time, and waiting), in memory (moments are files) and in what is kept.
 */
export class Past {
  readonly #options: Settled;
  readonly #closing = new AbortController();
  readonly #atHand: MomentsAtHand;
  readonly #limit: LimitFunction;
  #files = 0;

  static async open(options: PastOptions): Promise<Past> {
    const directory = await mkdtemp(join(options.directory ?? tmpdir(), 'panshi-past-'));
    return new Past({ ...usual, clock: systemClock, ...options, directory });
  }

  private constructor(options: Settled) {
    this.#options = options;
    this.#atHand = new MomentsAtHand(options.kept);
    this.#limit = pLimit(options.folding);
  }

  /**
   * The views as of a position, which must be in the log. A fold goes on when its asker has given up, so that asking
   * again finds it. @param deadline milliseconds since the epoch
   * @throws {PastUnavailable} `view.as-of-busy`, or `view.as-of-late` at the deadline
   */
  readonly asOf = async (
    definitions: readonly ViewDefinition[],
    position: Position,
    deadline: number,
  ): Promise<PastViews> => {
    const name = momentName(definitions, position);
    const taken = this.#atHand.take(name, () => this.#begin(name, definitions));
    const release = once(() => this.#atHand.release(taken));
    try {
      const { views } = await this.#within(taken.folded, deadline);
      return { views, release };
    } catch (error) {
      release();
      throw error;
    }
  };

  /** Gives up what is being folded and removes every file. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#atHand.clear();
    await rm(this.#options.directory, { recursive: true, force: true });
  }

  #begin(name: MomentName, definitions: readonly ViewDefinition[]): Promise<Moment> {
    const { activeCount, concurrency, pendingCount } = this.#limit;
    if (activeCount >= concurrency && pendingCount >= this.#options.waiting)
      throw new PastUnavailable('view.as-of-busy');
    return this.#limit(() => this.#fold(name, definitions));
  }

  async #fold(name: MomentName, definitions: readonly ViewDefinition[]): Promise<Moment> {
    const { events, directory, clock } = this.#options;
    const nearest = this.#atHand.takeNearest(name);
    try {
      if (this.#closing.signal.aborted) throw new PastUnavailable('view.as-of-busy');
      const path = join(directory, `${++this.#files}.db`);
      const { position, key } = name;
      const request = { events, definitions, position, key, path, from: nearest?.moment, clock };
      return await foldMoment(request, this.#closing.signal);
    } finally {
      if (nearest) this.#atHand.release(nearest);
    }
  }

  async #within(folded: Promise<Moment>, deadline: number): Promise<Moment> {
    const { clock } = this.#options;
    const over = new AbortController();
    const late = clock.sleep(Math.max(0, deadline - clock.now()), over.signal).then(() => undefined);
    try {
      const moment = await Promise.race([folded, late]);
      if (!moment) throw new PastUnavailable('view.as-of-late');
      return moment;
    } finally {
      over.abort();
    }
  }
}

const once = (work: () => void): (() => void) => {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
};
