import type { EventStore } from '@panshi/event-store';

/** A probe costs a durable write, so its answer holds for a moment, in milliseconds. */
const holdsMs = 1000;

/** Whether the log can be written, told by writing to it: a lease that ends at once. */
export class StoreProbe {
  readonly #store: Pick<EventStore, 'checkpoints'>;
  readonly #owner: string;
  #last: { readonly at: number; readonly writable: Promise<boolean> } | undefined;

  constructor(store: Pick<EventStore, 'checkpoints'>, owner: string) {
    this.#store = store;
    this.#owner = owner;
  }

  writable(now = Date.now()): Promise<boolean> {
    if (!this.#last || now - this.#last.at >= holdsMs) this.#last = { at: now, writable: this.#write() };
    return this.#last.writable;
  }

  async #write(): Promise<boolean> {
    const { checkpoints } = this.#store;
    return checkpoints.acquire('health', this.#owner, 1).then(
      () => true,
      () => false,
    );
  }
}
