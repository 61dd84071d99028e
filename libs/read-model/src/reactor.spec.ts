import { describe, expect, it } from '@jest/globals';
import { DemobiliseGrid, MoveCaseToGrid, RevokeRole } from '@panshi/contracts';
import { defineReactor, issue } from './reactor.ts';

const order = { activationId: 'a-1', gridCode: '320113001001001', cause: 'stood-down' } as const;

describe('a reaction', () => {
  it('is a command of its class, and a key where one is given', () => {
    const { command, key } = issue(DemobiliseGrid, order, 'k');
    expect([command, { ...command }, key]).toEqual([expect.any(DemobiliseGrid), order, 'k']);
  });

  it('is refused by the compiler where its command is not complete, or holds more', () => {
    const { cause: _, ...incomplete } = order;
    const wrong = [
      // @ts-expect-error a required field is missing
      issue(DemobiliseGrid, incomplete),
      // @ts-expect-error a field that the class does not know
      issue(DemobiliseGrid, { ...order, level: 'I' }),
    ];
    for (const { command } of wrong) expect(command).toBeInstanceOf(DemobiliseGrid);
  });
});

describe('a reactor', () => {
  it('is refused by the compiler where it issues what it does not declare', async () => {
    const reactor = defineReactor({
      name: 'meddling',
      issues: [MoveCaseToGrid, RevokeRole],
      from: ['WartimeStoodDown'],
      // @ts-expect-error DemobiliseGrid is not declared
      react: () => [issue(DemobiliseGrid, order)],
    });
    expect(reactor.issues).not.toContain(DemobiliseGrid);
  });
});
