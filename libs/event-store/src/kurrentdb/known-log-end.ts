import type { Position } from '../port.ts';

/** How far the log itself reaches, seen from places that may be records kept beside it; read once for all who ask. */
export class KnownLogEnd {
  readonly #read: () => Promise<Position>;
  /** The head as it was when records up to `#asked` were there. */
  #head = '';
  #asked = '';
  #reading: Promise<void> = Promise.resolve();

  constructor(read: () => Promise<Position>) {
    this.#read = read;
  }

  /**
   * The place, or the end of the log where that comes first. Were a place beyond it given out as progress, who stores
   * it would thereby move the server's log, and be told of progress again, for ever.
   */
  async within(place: Position): Promise<Position> {
    if (place > this.#asked && place > this.#head) {
      this.#reading = this.#reading.then(() => this.#look(place));
      const mine = this.#reading;
      this.#reading = mine.catch(() => undefined);
      await mine;
    }
    return place < this.#head ? place : this.#head;
  }

  async #look(place: Position): Promise<void> {
    if (place <= this.#asked || place <= this.#head) return;
    this.#head = await this.#read();
    this.#asked = place;
  }
}
