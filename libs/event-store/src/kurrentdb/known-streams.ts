interface Known {
  /** Version of the last event; -1 before the first. */
  last: number;
  readonly ids: string[];
}

/** Where an event is. */
export interface Found {
  readonly stream: string;
  readonly version: number;
}

const mostIds = 200_000;

/**
 * What this process knows of streams, from their first event on: where they end and which event ids they hold. It
 * spares a read before each append, and is only a guess: the server checks the version the guess leads to.
 */
export class KnownStreams {
  /** The one used longest ago comes first. */
  readonly #streams = new Map<string, Known>();
  readonly #found = new Map<string, Found>();
  readonly #most: number;

  constructor(most = mostIds) {
    this.#most = most;
  }

  /** Version of the last event known; undefined where none is. */
  last(stream: string): number | undefined {
    const last = this.#streams.get(stream)?.last;
    return last === -1 ? undefined : last;
  }

  find(id: string): Found | undefined {
    return this.#found.get(id);
  }

  /** Takes note of an event, when it follows on what is known. */
  learn(stream: string, version: number, id: string): void {
    const known = this.#streams.get(stream) ?? { last: -1, ids: [] };
    if (version !== known.last + 1) return;
    this.#streams.delete(stream);
    this.#streams.set(stream, known);
    known.last = version;
    known.ids.push(id);
    this.#found.set(id, { stream, version });
    while (this.#found.size > this.#most && this.#streams.size > 1) this.#forgetOldest();
  }

  #forgetOldest(): void {
    const [stream, { ids }] = this.#streams.entries().next().value!;
    this.#streams.delete(stream);
    for (const id of ids) this.#found.delete(id);
  }
}
