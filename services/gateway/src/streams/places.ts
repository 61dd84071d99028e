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

/** Whoever has a place. */
export interface Holder {
  readonly account: string;
  /** For how many milliseconds it has taken nothing of what it was sent. */
  readonly unreadMs: () => number;
  /** Ends its stream, for its place is another's now. */
  readonly giveWay: () => void;
}

/** So long no network keeps a reader that reads, milliseconds; whoever comes then needs the place more. */
const idleMs = 5_000;

/**
 * Places for streams that last, in this process: no account can take those of others, and none is kept from its own by a
 * stream that nobody reads. Where none is free, that gives way which was left unread longest.
 */
export class Places {
  readonly #holders = new Set<Holder>();

  constructor(private readonly options: PlacesOptions) {}

  /** Takes a place, until what it answers is called. @throws {ProblemError} where there is none */
  take(holder: Holder): () => void {
    const { inAll, ofAccount, full, tooMany } = this.options;
    const own = [...this.#holders].filter(({ account }) => account === holder.account);
    if (own.length >= ofAccount) this.#free(own, tooMany);
    if (this.#holders.size >= inAll) this.#free([...this.#holders], full);
    this.#holders.add(holder);
    return () => void this.#holders.delete(holder);
  }

  #free(holders: readonly Holder[], refusal: () => ProblemError): void {
    const idle = holders.reduce((longest, each) => (each.unreadMs() > longest.unreadMs() ? each : longest));
    if (idle.unreadMs() < idleMs) throw refusal();
    this.#holders.delete(idle);
    idle.giveWay();
  }
}
