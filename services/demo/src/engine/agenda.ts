interface Entry<T> {
  readonly at: number;
  /** Entered as the nth. */
  readonly nth: number;
  readonly what: T;
}

/** What happens when, the earliest first; what happens at one time, in the order it was entered. A binary heap. */
export class Agenda<T> {
  readonly #heap: Entry<T>[] = [];
  #entered = 0;

  enter(at: number, what: T): void {
    const heap = this.#heap;
    heap.push({ at, nth: this.#entered++, what });
    for (let i = heap.length - 1; i > 0;) {
      const above = (i - 1) >> 1;
      if (!before(heap[i]!, heap[above]!)) break;
      this.#swap(i, above);
      i = above;
    }
  }

  /** Takes the first entry that is due by then; undefined where there is none. */
  take(until: number): Entry<T> | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (!first || first.at > until) return undefined;
    const last = heap.pop()!;
    if (heap.length > 0) {
      heap[0] = last;
      this.#sink();
    }
    return first;
  }

  #sink(): void {
    const heap = this.#heap;
    for (let i = 0; ;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && before(heap[child]!, heap[least]!)) least = child;
      if (least === i) return;
      this.#swap(i, least);
      i = least;
    }
  }

  #swap(a: number, b: number): void {
    [this.#heap[a], this.#heap[b]] = [this.#heap[b]!, this.#heap[a]!];
  }
}

const before = (a: Entry<unknown>, b: Entry<unknown>): boolean => a.at < b.at || (a.at === b.at && a.nth < b.nth);
