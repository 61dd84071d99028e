/** Wakes everybody who waits at the moment it rings. */
export class Bell {
  #ring: () => void = () => undefined;
  #next = this.#fresh();

  /** Resolves at the next ring. */
  get next(): Promise<void> {
    return this.#next;
  }

  ring(): void {
    const ring = this.#ring;
    this.#next = this.#fresh();
    ring();
  }

  #fresh(): Promise<void> {
    return new Promise((resolve) => {
      this.#ring = resolve;
    });
  }
}
