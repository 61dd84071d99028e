import { setImmediate } from 'node:timers/promises';

/** A bounded queue between who produces and who works in batches: what comes in one burst is taken together. */
export class Inbox<T> {
  readonly #capacity: number;
  #items: T[] = [];
  #ended = false;
  #error: unknown;
  #filled: (() => void) | undefined;
  #drained: (() => void) | undefined;

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  /** Adds an item; a producer that awaits the answer, where there is one, is held back while the queue is full and goes on. */
  push(item: T): Promise<void> | undefined {
    this.#items.push(item);
    this.#filled?.();
    if (this.#ended || this.#items.length < this.#capacity) return undefined;
    return new Promise((resolve) => {
      this.#drained = resolve;
    });
  }

  /** Feeds everything a source yields; its end or failure becomes the queue's. */
  async feed(source: AsyncIterable<T>): Promise<void> {
    try {
      for await (const item of source) {
        await this.push(item);
        if (this.#ended) return;
      }
      this.end();
    } catch (error) {
      this.end(error);
    }
  }

  /** Ends the queue; who takes gets what is left, then the error or nothing. */
  end(error?: unknown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#error = error;
    this.#filled?.();
    this.#drained?.();
  }

  /** Everything that waits, at least one; undefined at the end. @throws what the queue was ended with */
  async take(): Promise<readonly T[] | undefined> {
    if (this.#items.length === 0 && !this.#ended) {
      await new Promise<void>((resolve) => {
        this.#filled = resolve;
      });
      this.#filled = undefined;
    }
    // Let the burst come in: a page's events follow one another without a turn of the event loop between.
    if (!this.#ended) await setImmediate();
    const items = this.#items;
    this.#items = [];
    this.#drained?.();
    this.#drained = undefined;
    if (items.length > 0) return items;
    if (this.#error !== undefined) throw this.#error;
    return undefined;
  }
}
