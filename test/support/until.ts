import { setTimeout as delay } from 'node:timers/promises';
import { NotNow } from './not-now.ts';

/**
 * Asks again until the answer will do: only for what a reactor or a timer brings about in its own time. Who is told to
 * come again does.
 * @throws {Error} with the last answer after so many seconds
 */
export const until = async <T>(ask: () => Promise<T>, enough: (answer: T) => boolean, seconds = 60): Promise<T> => {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask().catch(unlessNotNow);
    if (!(answer instanceof NotNow) && enough(answer)) return answer;
    if (performance.now() > deadline) throw new Error(`not within ${seconds} s; at last: ${shown(answer)}`);
    await delay(25);
  }
};

const unlessNotNow = (error: unknown): NotNow => {
  if (error instanceof NotNow) return error;
  throw error;
};

const shown = (answer: unknown): string => (answer instanceof NotNow ? answer.message : JSON.stringify(answer));
