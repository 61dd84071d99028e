import { CancelledError, DeadlineExceededError, UnavailableError } from '@kurrent/kurrentdb-client';

const graceMs = 250;

/**
 * Waits for the server's answers, for the client may wait for ever: for those it asked for on a connection that was just
 * cut, and where a connection ends in good order.
 */
export class Answers {
  readonly #deadlineMs: number;
  readonly #unanswered = new Set<(error: Error) => void>();

  constructor(deadlineMs: number) {
    this.#deadlineMs = deadlineMs;
  }

  /** @throws {DeadlineExceededError} when there is none in time @throws {UnavailableError} when others were cut */
  async within<T>(answer: Promise<T>): Promise<T> {
    let giveUp = (_: Error): void => undefined;
    const given = new Promise<never>((_, reject) => (giveUp = reject));
    const late = `not answered in ${this.#deadlineMs} ms`;
    const timer = setTimeout(() => giveUp(new DeadlineExceededError(undefined, late)), this.#deadlineMs);
    this.#unanswered.add(giveUp);
    try {
      return await Promise.race([answer, given]);
    } catch (error) {
      if (error instanceof UnavailableError || error instanceof CancelledError) this.#cut([...this.#unanswered]);
      throw error;
    } finally {
      clearTimeout(timer);
      this.#unanswered.delete(giveUp);
    }
  }

  /** Where one was cut, the others it left unanswered are cut too. */
  #cut(others: readonly ((error: Error) => void)[]): void {
    setTimeout(() => others.forEach((giveUp) => giveUp(new UnavailableError(undefined, 'cut with others'))), graceMs);
  }
}
