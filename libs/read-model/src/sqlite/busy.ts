const errcode = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

const busy = 5;
const corrupt = 11;
const notADatabase = 26;

export const isBusy = (error: unknown): boolean => errcode(error) === busy;

export const isDamage = (error: unknown): boolean => [corrupt, notADatabase].includes(errcode(error));

const sleeper = new Int32Array(new SharedArrayBuffer(4));

/** Tries until another process lets go of the file, with short pauses at random; blocks, so not for the main thread. */
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
