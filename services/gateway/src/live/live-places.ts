import { problem } from '../problem/refused.ts';

/** Streams open at once in this process: a few dozen kilobytes each, of somebody who does not read. */
const mostInAll = 2000;
/** Streams of one account: its browsers' tabs, and programs that act for it. */
const mostOfAccount = 20;

/** How many live streams are open, in all and of each account. */
export class LivePlaces {
  readonly #ofAccount = new Map<string, number>();
  #inAll = 0;

  /** Takes a place; what it answers gives it back. @throws {ProblemError} 503 `live.busy`, 429 `live.too-many` */
  take(account: string): () => void {
    const open = this.#ofAccount.get(account) ?? 0;
    if (open >= mostOfAccount) throw problem('live.too-many', { most: mostOfAccount }, { retryAfterSeconds: 30 });
    if (this.#inAll >= mostInAll) throw problem('live.busy', {}, { retryAfterSeconds: 5 });
    this.#add(account, 1);
    return () => this.#add(account, -1);
  }

  #add(account: string, by: number): void {
    const open = (this.#ofAccount.get(account) ?? 0) + by;
    if (open > 0) this.#ofAccount.set(account, open);
    else this.#ofAccount.delete(account);
    this.#inAll += by;
  }
}
