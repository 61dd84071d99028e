import TinyQueue from 'tinyqueue';

interface Entry<T> {
  readonly at: number;
  /** Entered as the nth. */
  readonly nth: number;
  readonly what: T;
}

/** What happens when, the earliest first; what happens at one time, in the order it was entered. */
export class Agenda<T> {
  readonly #queue = new TinyQueue<Entry<T>>([], (a, b) => a.at - b.at || a.nth - b.nth);
  #entered = 0;

  enter(at: number, what: T): void {
    this.#queue.push({ at, nth: this.#entered++, what });
  }

  /** Takes the first entry that is due by then; undefined where there is none. */
  take(until: number): Entry<T> | undefined {
    const first = this.#queue.peek();
    return first && first.at <= until ? this.#queue.pop() : undefined;
  }
}
