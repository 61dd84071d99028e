/** Tells whoever watches a thing that it has changed. */
export class Changes {
  readonly #watching = new Map<string, Set<() => void>>();

  /** Calls `changed` at each change of the thing, until what this answers is called. */
  watch(thing: string, changed: () => void): () => void {
    const watching = this.#watching.get(thing) ?? new Set();
    this.#watching.set(thing, watching.add(changed));
    return () => {
      watching.delete(changed);
      if (watching.size === 0) this.#watching.delete(thing);
    };
  }

  tell(thing: string): void {
    for (const changed of [...(this.#watching.get(thing) ?? [])]) changed();
  }
}
