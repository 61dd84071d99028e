import { CancelledError, DeadlineExceededError, UnavailableError } from '@kurrent/kurrentdb-client';

const graceMs = 250;

/**
 * Asks the client for writes, in the order they come, and waits for the server's answers. The client may wait for ever:
 * for those it asked for on a connection that was just cut, and where a connection ends in good order.
 */
export class Answers {
  readonly #deadlineMs: number;
  readonly #unanswered = new Set<(error: Error) => void>();
  #connected = false;
  #first: Promise<void> | undefined;

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  /** @throws {DeadlineExceededError} when there is none in time @throws {UnavailableError} when others were cut */
  async to<T>(ask: () => Promise<T>): Promise<T> {
    // On a new connection the client lets others overtake the first: it goes alone.
    while (!this.#connected && this.#first !== undefined) await this.#first;
    if (this.#connected) return this.#within(ask());
    const answer = this.#within(ask());
    this.#first = answer.then(
      () => this.#firstEnded(true),
      (error) => this.#firstEnded(!isCut(error)),
    );
    return answer;
  }

  #firstEnded(connected: boolean): void {
    this.#connected = connected;
    this.#first = undefined;
  }

  async #within<T>(answer: Promise<T>): Promise<T> {
    let giveUp = (_: Error): void => undefined;
    const given = new Promise<never>((_, reject) => (giveUp = reject));
    const late = `not answered in ${this.#deadlineMs} ms`;
    const timer = setTimeout(() => giveUp(new DeadlineExceededError(undefined, late)), this.#deadlineMs);
    this.#unanswered.add(giveUp);
    try {
      return await Promise.race([answer, given]);
    } catch (error) {
      if (isCut(error)) this.#cut([...this.#unanswered]);
      throw error;
    } finally {
      clearTimeout(timer);
      this.#unanswered.delete(giveUp);
    }
  }

  /** Where one was cut, the others it left unanswered are cut too. */
  #cut(others: readonly ((error: Error) => void)[]): void {
    this.#connected = false;
    setTimeout(() => others.forEach((giveUp) => giveUp(new UnavailableError(undefined, 'cut with others'))), graceMs);
  }
}

const isCut = (error: unknown): boolean => error instanceof UnavailableError || error instanceof CancelledError;
