import { UnavailableError, UnknownError } from '@kurrent/kurrentdb-client';
import { describe, expect, it } from '@jest/globals';
import { Answers } from './answers.ts';

const connected = async (deadlineMs: number) => {
  const answers = new Answers(deadlineMs);
  await answers.to(async () => undefined);
  return answers;
};
const never = () => new Promise<never>(() => undefined);

describe('waiting for answers', () => {
  it('ends at the deadline', async () => {
    await expect(new Answers(20).to(never)).rejects.toThrow('not answered in 20 ms');
  });

  it('ends for all that were unanswered when one connection was cut', async () => {
    const answers = await connected(60_000);
    const forgotten = answers.to(never);
    await expect(answers.to(() => Promise.reject(new UnavailableError(undefined, 'cut')))).rejects.toThrow('cut');
    await expect(forgotten).rejects.toThrow('cut with others');
  });

  it('goes on for others where the server refused one', async () => {
    const answers = await connected(500);
    const other = answers.to(never);
    await expect(answers.to(() => Promise.reject(new UnknownError(undefined, 'refused')))).rejects.toThrow('refused');
    await expect(other).rejects.toThrow('not answered in 500 ms');
  });

  it('lets the first on a connection go alone, again after a cut', async () => {
    const answers = new Answers(60_000);
    const asked: string[] = [];
    let [settle, refuse] = [(): void => undefined, (_: Error): void => undefined];
    const ask = (name: string) => () => {
      asked.push(name);
      return new Promise<void>((...given) => ([settle, refuse] = given));
    };
    const one = expect(answers.to(ask('one'))).rejects.toThrow('cut');
    const [two, three] = [answers.to(ask('two')), answers.to(ask('three'))];
    refuse(new UnavailableError(undefined, 'cut'));
    await one;
    await new Promise(setImmediate);
    expect(asked).toEqual(['one', 'two']);
    settle();
    await two;
    await new Promise(setImmediate);
    expect(asked).toEqual(['one', 'two', 'three']);
    settle();
    await three;
  });
});
