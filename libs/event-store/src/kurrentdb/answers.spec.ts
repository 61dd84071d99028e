import { UnavailableError, UnknownError } from '@kurrent/kurrentdb-client';
import { describe, expect, it } from '@jest/globals';
import { Answers } from './answers.ts';

const never = () => new Promise<never>(() => undefined);

describe('waiting for answers', () => {
  it('ends at the deadline', async () => {
    await expect(new Answers(20).within(never())).rejects.toThrow('not answered in 20 ms');
  });

  it('ends for all that were unanswered when one connection was cut', async () => {
    const answers = new Answers(60_000);
    const forgotten = answers.within(never());
    await expect(answers.within(Promise.reject(new UnavailableError(undefined, 'cut')))).rejects.toThrow('cut');
    await expect(forgotten).rejects.toThrow('cut with others');
  });

  it('goes on for others where the server refused one', async () => {
    const answers = new Answers(500);
    const other = answers.within(never());
    await expect(answers.within(Promise.reject(new UnknownError(undefined, 'refused')))).rejects.toThrow('refused');
    await expect(other).rejects.toThrow('not answered in 500 ms');
  });
});
