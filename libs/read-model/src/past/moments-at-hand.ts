import type { Position } from '@panshi/event-store';
import type { ViewDefinition } from '../view.ts';
import type { Moment } from './moment.ts';

/** Which moment: certain versions of views, as of a position. */
export interface MomentName {
  readonly family: string;
  readonly position: Position;
  readonly key: string;
}

export const momentName = (definitions: readonly ViewDefinition[], position: Position): MomentName => {
  const family = definitions
    .map(({ name, version }) => `${name}@${version}`)
    .sort()
    .join();
  return { family, position, key: `${position} ${family}` };
};

/** A moment at hand: being folded or, once `moment` is there, folded. */
export interface MomentAtHand extends MomentName {
  readonly folded: Promise<Moment>;
  moment?: Moment;
  users: number;
}

/** The moments that are folded or being folded: kept while in use and, up to a bound, after it, the last used. */
export class MomentsAtHand {
  readonly #kept: number;
  /** The last used last. */
  readonly #moments = new Map<string, MomentAtHand>();

  constructor(kept: number) {
    this.#kept = kept;
  }

  /** The moment of this name, begun when it is not at hand, now in one more use. */
  take(name: MomentName, begin: () => Promise<Moment>): MomentAtHand {
    const taken = this.#moments.get(name.key) ?? this.#begin(name, begin());
    this.#moments.delete(name.key);
    this.#moments.set(name.key, taken);
    taken.users += 1;
    return taken;
  }

  /** The latest folded moment of the same views that lies before this one, now in one more use. */
  takeNearest({ family, position }: MomentName): MomentAtHand | undefined {
    const [nearest] = [...this.#moments.values()]
      .filter((each) => each.moment && each.family === family && each.position < position)
      .sort((a, b) => (a.position < b.position ? 1 : -1));
    if (nearest) nearest.users += 1;
    return nearest;
  }

  release(taken: MomentAtHand): void {
    taken.users -= 1;
    this.#evict();
  }

  /** Discards every moment, those being folded once they are. */
  async clear(): Promise<void> {
    await Promise.allSettled([...this.#moments.values()].map(async ({ folded }) => (await folded).discard()));
    this.#moments.clear();
  }

  #begin(name: MomentName, folded: Promise<Moment>): MomentAtHand {
    const begun: MomentAtHand = { ...name, folded, users: 0 };
    folded.then(
      (moment) => {
        begun.moment = moment;
        this.#evict();
      },
      () => this.#moments.delete(name.key),
    );
    return begun;
  }

  /** Discards what is over the bound and in nobody's hands, the longest unused first. */
  #evict(): void {
    const idle = [...this.#moments.values()].filter(({ moment, users }) => moment && users === 0);
    for (const { key, moment } of idle.slice(0, Math.max(0, this.#moments.size - this.#kept))) {
      this.#moments.delete(key);
      void moment!.discard();
    }
  }
}
