import { problem } from '../problem/refused.ts';

/** Streams open at once in this process. One whose client does not read takes a few dozen kilobytes. */
const mostInAll = 2000;
/** Streams of one account, in all its browsers and programs. */
const mostOfAccount = 20;

/** How many live streams are open, in all and of each account. */
export class OpenStreams {
  readonly #ofAccount = new Map<string, number>();
  #inAll = 0;

  /** Counts a stream in. @returns what counts it out again @throws {ProblemError} 503 `live.busy`, 429 `live.too-many` */
  add(account: string): () => void {
    const open = this.#ofAccount.get(account) ?? 0;
    if (open >= mostOfAccount) throw problem('live.too-many', { most: mostOfAccount }, { retryAfterSeconds: 30 });
    if (this.#inAll >= mostInAll) throw problem('live.busy', {}, { retryAfterSeconds: 5 });
    this.#count(account, 1);
    return () => this.#count(account, -1);
  }

  #count(account: string, by: number): void {
    const open = (this.#ofAccount.get(account) ?? 0) + by;
    if (open > 0) this.#ofAccount.set(account, open);
    else this.#ofAccount.delete(account);
    this.#inAll += by;
  }
}
