import type { Position } from '@panshi/event-store';
import { type Clock, systemClock } from '@panshi/async';
import type { ViewDefinition, ViewDocument } from '../view.ts';
import type { ViewReader, Views } from '../view-reader.ts';
import type { Awaited } from './folding.ts';
import type { PastCalls } from './past-folds.ts';

export type PastRefusal = 'view.as-of-busy' | 'view.as-of-account-busy' | 'view.as-of-late';

/**
 * The past cannot be shown now: too many moments are held (`busy`), too many by this account (`account-busy`), or the fold
 * takes longer than the asker waits (`late`).
 */
export class PastUnavailable extends Error {
  override readonly name = 'PastUnavailable';
  constructor(readonly code: PastRefusal) {
    super(code);
  }
}

export interface PastOptions {
  /** Where the past is folded, and read. */
  readonly folds: PastCalls;
  /** How many moments may be held at once, and how many of them by one account; more are refused. */
  readonly places?: number;
  readonly placesEach?: number;
  readonly clock?: Clock;
}

/** Whose question about the past, and until when they wait for it, in milliseconds since the epoch. */
export interface Asker {
  readonly account: string;
  readonly deadline: number;
}

/** Views as of a past position, held until released. */
export interface PastViews {
  readonly views: Views;
  release(): void;
}

const usual = { places: 16, placesEach: 4 };

/**
 * Shows any past moment of any view. A place is a moment that an account looks at, however many of its views and in however
 * many questions, from the first question until the last is answered or given up.
 */
export class Past {
  readonly #options: Required<PastOptions>;
  /** Questions at each moment, by account. */
  readonly #held = new Map<string, Map<Position, number>>();

  constructor(options: PastOptions) {
    this.#options = { ...usual, clock: systemClock, ...options };
  }

  /**
   * The views as of a position, which must be in the log. A fold stops when its asker has given up; who asks again goes
   * on from where it had come. @throws {PastUnavailable}
   */
  readonly asOf = async (
    definitions: readonly ViewDefinition[],
    position: Position,
    { account, deadline }: Asker,
  ): Promise<PastViews> => {
    const leave = this.#take(account, position);
    const names = definitions.map(({ name }) => name);
    const { folds } = this.#options;
    const folding = folds.fold(names, { position, deadline });
    const release = (): void => {
      if (leave()) folding.then(() => folds.release(names, position)).catch(() => undefined);
    };
    try {
      await this.#within(folding, deadline);
      return { views: this.#views(names, { position, deadline }), release };
    } catch (error) {
      release();
      throw error;
    }
  };

  /** Brings the snapshots to the end of the log, in the background. */
  grow(): Promise<void> {
    return this.#options.folds.grow();
  }

  close(): Promise<void> {
    return this.#options.folds.close();
  }

  #views(names: readonly string[], at: Awaited): Views {
    const { folds } = this.#options;
    const { deadline } = at;
    const of = <Doc extends ViewDocument>({ name }: ViewDefinition<Doc>): ViewReader<Doc> => {
      if (!names.includes(name)) throw new TypeError(`${name} was not folded`);
      const reader: ViewReader<ViewDocument> = {
        get: (id) => this.#within(folds.get(name, at, id), deadline),
        find: (options) => this.#within(folds.find(name, at, { ...options, asOf: at.position }), deadline),
        count: (filter) => this.#within(folds.count(name, at, filter), deadline),
      };
      return reader as ViewReader<Doc>;
    };
    return { of };
  }

  /** Takes the account's place at the moment; answers how to leave it, which says whether it was not left before. */
  #take(account: string, position: Position): () => boolean {
    const held = this.#held.get(account) ?? new Map<Position, number>();
    const questions = held.get(position) ?? 0;
    if (questions === 0) {
      const all = [...this.#held.values()].reduce((sum, { size }) => sum + size, 0);
      if (held.size >= this.#options.placesEach) throw new PastUnavailable('view.as-of-account-busy');
      if (all >= this.#options.places) throw new PastUnavailable('view.as-of-busy');
    }
    this.#held.set(account, held.set(position, questions + 1));
    let left = false;
    return () => {
      if (left) return false;
      left = true;
      const others = held.get(position)! - 1;
      if (others > 0) held.set(position, others);
      else held.delete(position);
      if (held.size === 0) this.#held.delete(account);
      return true;
    };
  }

  async #within<T>(work: Promise<T>, deadline: number): Promise<T> {
    const { clock } = this.#options;
    const over = new AbortController();
    const late = clock.sleep(Math.max(0, deadline - clock.now()), over.signal).then((): never => {
      throw new PastUnavailable('view.as-of-late');
    });
    try {
      return await Promise.race([work, late]);
    } catch (error) {
      // A fold that nobody waits for any more may say that it stopped before this clock has struck.
      throw clock.now() >= deadline ? new PastUnavailable('view.as-of-late') : error;
    } finally {
      late.catch(() => undefined);
      over.abort();
    }
  }
}
