import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '@panshi/event-store';
import { EVENT_STORE, LEASE_OWNER } from '../tokens.ts';

/** A probe costs a durable write, so its answer holds for a moment, in milliseconds. */
const holdsMs = 1000;

/** Finds out whether the log can be written by writing to it: a lease that ends at once. */
@Injectable()
export class StoreProbe {
  #last: { readonly at: number; readonly fault: Promise<string | undefined> } | undefined;

  constructor(
    @Inject(EVENT_STORE) private readonly store: Pick<EventStore, 'checkpoints'>,
    @Inject(LEASE_OWNER) private readonly owner: string,
  ) {}

  /**
   * Why the log cannot be written; undefined where it can.
   * @param now milliseconds of a monotonic clock: by another, an answer would hold for as long as that was set back
   */
  fault(now = performance.now()): Promise<string | undefined> {
    if (!this.#last || now - this.#last.at >= holdsMs) this.#last = { at: now, fault: this.#write() };
    return this.#last.fault;
  }

  async #write(): Promise<string | undefined> {
    return this.store.checkpoints.acquire('health', this.owner, 1).then(
      () => undefined,
      (error: Error) => error.message,
    );
  }
}
