import type { Instant } from '@panshi/kernel';

/** The time events are recorded at: the clock's, and never before that of an event seen in the log. */
export class LogClock {
  readonly #clock: () => number;
  #last = 0;
  #begun: Promise<unknown> | undefined;

  /** @param clock milliseconds since 1970 */
  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Before the first stamp: `look` sees the last event, which another process may have recorded. */
  async begin(look: () => Promise<unknown>): Promise<void> {
    this.#begun ??= look();
    try {
      await this.#begun;
    } catch (error) {
      this.#begun = undefined;
      throw error;
    }
  }

  stamp(): Instant {
    this.#last = Math.max(this.#last, this.now());
    return new Date(this.#last).toISOString();
  }

  now(): number {
    return Math.trunc(this.#clock());
  }

  /** Takes note of an event of this or another process. */
  see(recordedAt: Instant): void {
    this.#last = Math.max(this.#last, Date.parse(recordedAt));
  }
}
