import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('turns', () => {
  it('run tasks on one key in order, past those that fail, and others meanwhile', async () => {
    const turns = new Turns(10);
    const ran: string[] = [];
    const first = gate();
    const slow = turns.inTurn('a', async () => {
      await first.opened;
      ran.push('a1');
      throw new Error('failed');
    });
    const next = turns.inTurn('a', async () => ran.push('a2'));
    await turns.inTurn('b', async () => ran.push('b'));
    first.open();
    await expect(slow).rejects.toThrow('failed');
    await next;
    expect(ran).toEqual(['b', 'a1', 'a2']);
  });

  it('run no more at once than the bound, and all in the end', async () => {
    const turns = new Turns(3);
    let [running, most] = [0, 0];
    const tasks = Array.from({ length: 20 }, (_, i) =>
      turns.withinBound(async () => {
        most = Math.max(most, ++running);
        await new Promise(setImmediate);
        running--;
        if (i % 5 === 0) throw new Error('failed');
      }),
    );
    const ended = await Promise.allSettled(tasks);
    expect(ended.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect(most).toBe(3);
    expect(await turns.withinBound(async () => 'free')).toBe('free');
  });
});
