import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again until the answer will do: only for what a reactor or a timer brings about in its own time.
 * @throws {Error} with the last answer after so many seconds
 */
export const until = async <T>(ask: () => Promise<T>, enough: (answer: T) => boolean, seconds = 20): Promise<T> => {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (enough(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s; at last: ${JSON.stringify(answer)}`);
    await delay(25);
  }
};
