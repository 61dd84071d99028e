import { describe, expect, it } from '@jest/globals';
import { Turns } from './turns.ts';

const gate = () => {
  let open = (): void => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
};

describe('turns', () => {
  it('are taken by so many at a time, in the order asked for', async () => {
    const turns = new Turns(2);
    const gates = Array.from({ length: 5 }, gate);
    const begun: number[] = [];
    const done = gates.map(({ opened }, i) =>
      turns.run(async () => {
        begun.push(i);
        await opened;
      }),
    );
    expect([begun, turns.waiting, turns.full]).toEqual([[0, 1], 3, true]);
    gates[1]!.open();
    await done[1];
    expect(begun).toEqual([0, 1, 2]);
    for (const { open } of gates) open();
    await Promise.all(done);
    expect([begun, turns.waiting, turns.full]).toEqual([[0, 1, 2, 3, 4], 0, false]);
  });

  it('are given back by work that fails', async () => {
    const turns = new Turns(1);
    await expect(turns.run(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await turns.run(async () => 'next')).toBe('next');
  });
});
