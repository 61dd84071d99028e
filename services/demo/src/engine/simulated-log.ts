import type { AppendOptions, EventStore, NewEvent, Position, RecordedEvent } from '@panshi/event-store';

/** Takes note of every event, at once and in order. */
export type Listener = (event: RecordedEvent) => void;

/**
 * The log of a simulation: it numbers and stamps events and hands them on. It keeps none of them, so whoever appends
 * must keep the streams it goes on with in memory.
 */
export class SimulatedLog {
  readonly #versions = new Map<string, number>();
  readonly #now: () => number;
  readonly #listener: Listener;
  #length = 0;

  constructor(now: () => number, listener: Listener) {
    this.#now = now;
    this.#listener = listener;
  }

  /** The part of the port a command's execution needs; the rest refuses. */
  store(): EventStore {
    const refuse = (): never => {
      throw new Error('a simulated log cannot do that');
    };
    return {
      densePositions: true,
      append: async (stream, events, options) => this.#append(stream, events, options),
      readStream: (stream, { from = 0 } = {}) => this.#nothingFrom(stream, from),
      head: async () => this.#position(),
      readAll: refuse,
      subscribe: refuse,
      positionAt: refuse,
      import: refuse,
      checkpoints: { acquire: refuse, save: refuse, load: refuse, release: refuse },
      close: async () => {},
    };
  }

  #append(stream: string, events: readonly NewEvent[], { expect, commandId }: AppendOptions) {
    let version = this.#versions.get(stream) ?? -1;
    if (version !== (expect === 'none' ? -1 : expect)) throw new Error(`${stream} is at ${version}, not ${expect}`);
    const recordedAt = new Date(this.#now()).toISOString();
    const recorded = events.map((event): RecordedEvent => {
      this.#length++;
      return { ...event, stream, version: ++version, position: this.#position(), recordedAt, commandId };
    });
    this.#versions.set(stream, version);
    recorded.forEach(this.#listener);
    return { version, position: this.#position() };
  }

  async *#nothingFrom(stream: string, from: number): AsyncGenerator<RecordedEvent> {
    if (from <= (this.#versions.get(stream) ?? -1)) throw new Error(`${stream} is not kept`);
  }

  #position(): Position {
    return String(this.#length).padStart(16, '0');
  }
}
