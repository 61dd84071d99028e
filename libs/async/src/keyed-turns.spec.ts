import { describe, expect, it } from '@jest/globals';
import { KeyedTurns } from './keyed-turns.ts';

describe('turns', () => {
  it('gives one key to one at a time, in order of arrival', async () => {
    const turns = new KeyedTurns();
    const said: string[] = [];
    const work = (name: string) => async (): Promise<void> => {
      said.push(`${name} begins`);
      await Promise.resolve();
      said.push(`${name} ends`);
    };
    await Promise.all(['a', 'b', 'c'].map((name) => turns.take('lamp-1', work(name))));
    expect(said).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('lets other keys go on meanwhile', async () => {
    const turns = new KeyedTurns();
    const { promise, resolve } = Promise.withResolvers<void>();
    const held = turns.take('lamp-1', () => promise);
    expect(await turns.take('lamp-2', async () => 'done')).toBe('done');
    resolve();
    await held;
  });

  it('goes on after a failure, which only its own caller sees', async () => {
    const turns = new KeyedTurns();
    const failing = turns.take('lamp-1', () => Promise.reject(new Error('no')));
    const next = turns.take('lamp-1', async () => 'done');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('done');
  });
});
