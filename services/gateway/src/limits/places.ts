import type { ProblemError } from '../problem/problem.ts';

interface PlacesOptions {
  readonly inAll: number;
  /** Of one account, in all its browsers and programs. */
  readonly ofAccount: number;
  /** What is answered where all are taken. */
  readonly full: () => ProblemError;
  /** What is answered to an account that has taken its own. */
  readonly tooMany: () => ProblemError;
}

/** Places for streams that last, in this process: no account can take those of others. */
export class Places {
  readonly #ofAccount = new Map<string, number>();
  #inAll = 0;

  constructor(private readonly options: PlacesOptions) {}

  /** Takes a place, until what it answers is called. @throws {ProblemError} where there is none */
  take(account: string): () => void {
    const { inAll, ofAccount, full, tooMany } = this.options;
    if ((this.#ofAccount.get(account) ?? 0) >= ofAccount) throw tooMany();
    if (this.#inAll >= inAll) throw full();
    this.#count(account, 1);
    return () => this.#count(account, -1);
  }

  #count(account: string, by: number): void {
    const taken = (this.#ofAccount.get(account) ?? 0) + by;
    if (taken > 0) this.#ofAccount.set(account, taken);
    else this.#ofAccount.delete(account);
    this.#inAll += by;
  }
}
