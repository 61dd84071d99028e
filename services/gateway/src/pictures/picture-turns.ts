import { KeyedTurns, pLimit } from '@panshi/async';
import { Injectable } from '@nestjs/common';
import { problem } from '../problem/refused.ts';

/** Pictures that are opened at once, each on a core of its own. */
const mostAtOnce = 2;

/** Pictures of one account that are under way: as many as one report names. */
const mostOfAccount = 9;

/** Whose picture is opened when: one of an account at a time, so that no account keeps the others waiting with all of its own. */
@Injectable()
export class PictureTurns {
  readonly #few = pLimit(mostAtOnce);
  readonly #own = new KeyedTurns();
  readonly #under = new Map<string, number>();

  /** @throws {ProblemError} `picture.too-many`, and what the work throws */
  async take<T>(account: string, work: () => Promise<T>): Promise<T> {
    const before = this.#under.get(account) ?? 0;
    if (before >= mostOfAccount) throw problem('picture.too-many', { most: mostOfAccount }, { retryAfterSeconds: 2 });
    this.#under.set(account, before + 1);
    try {
      return await this.#own.take(account, () => this.#few(work));
    } finally {
      const left = this.#under.get(account)! - 1;
      if (left > 0) this.#under.set(account, left);
      else this.#under.delete(account);
    }
  }
}
