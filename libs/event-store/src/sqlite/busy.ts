/** SQLite's result codes that are told apart (extended codes keep the primary in the low byte). */
const code = { busy: 5, corrupt: 11, notADatabase: 26, unique: 2067, primaryKey: 1555 };

const errcode = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;

export const isUniqueViolation = (error: unknown): boolean =>
  errcode(error) === code.unique || errcode(error) === code.primaryKey;

export const isDamage = (error: unknown): boolean => [code.corrupt, code.notADatabase].includes(errcode(error) & 0xff);

export const isBusy = (error: unknown): boolean => (errcode(error) & 0xff) === code.busy;

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Tries until another process lets go of the lock or `timeoutMs` has passed, pausing 0.3–1 ms at random: SQLite's own
 * busy handler backs off to 100 ms steps, and was seen to wait half a second beside a busy writer. It blocks: a writer
 * has a thread of its own.
 */
export const whileBusy = <T>(timeoutMs: number, attempt: () => T): T => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    try {
      return attempt();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadline) throw error;
    }
    Atomics.wait(sleeper, 0, 0, 0.3 + Math.random() * 0.7);
  }
};
