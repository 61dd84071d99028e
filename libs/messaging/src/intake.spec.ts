import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Intake } from './intake.ts';

const forever = Number.MAX_SAFE_INTEGER;

describe('an intake', () => {
  it('never works on more than its concurrency, in any order of endings, and does all it took', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.integer({ min: 0, max: 4 }), { maxLength: 30 }),
        async (concurrency, turns) => {
          const intake = new Intake({ concurrency, waiting: 100 });
          let active = 0;
          const peaks: number[] = [];
          await Promise.all(
            turns.map((turn) =>
              intake.run(async () => {
                peaks.push(++active);
                for (let i = 0; i < turn; i++) await Promise.resolve();
                active--;
              }, forever),
            ),
          );
          expect(peaks).toHaveLength(turns.length);
          expect(Math.max(0, ...peaks)).toBeLessThanOrEqual(concurrency);
          await intake.drain();
        },
      ),
    );
  });

  it('does not begin what nobody waits for any more', async () => {
    let now = 0;
    const intake = new Intake({ concurrency: 1, waiting: 5 }, () => now);
    const { promise, resolve } = Promise.withResolvers<void>();
    const first = intake.run(() => promise, 100);
    let begun = false;
    const second = intake.run(async () => {
      begun = true;
    }, 100);
    now = 100;
    resolve();
    await first;
    await expect(second).rejects.toMatchObject({ code: 'deadline-passed' });
    expect(begun).toBe(false);
  });

  it('gives a failed request’s place to the next', async () => {
    const intake = new Intake({ concurrency: 1, waiting: 5 });
    const first = intake.run(() => Promise.reject(new Error('no')), forever);
    const second = intake.run(async () => 2, forever);
    await expect(first).rejects.toThrow('no');
    expect(await second).toBe(2);
  });

  it('is drained only when what waits is done, too', async () => {
    const intake = new Intake({ concurrency: 1, waiting: 5 });
    const done: number[] = [];
    const work = [1, 2, 3].map((n) => intake.run(async () => void done.push(n), forever));
    await intake.drain();
    expect(done).toEqual([1, 2, 3]);
    await Promise.all(work);
    await expect(intake.run(async () => 4, forever)).rejects.toMatchObject({ code: 'closing' });
  });
});
