import { beforeEach, describe, expect, it } from '@jest/globals';
import { problem } from '../problem/refused.ts';
import { type Holder, Places } from './places.ts';

describe('places for streams', () => {
  let places: Places;
  let gone: string[];
  beforeEach(() => {
    gone = [];
    places = new Places({
      inAll: 8,
      ofAccount: 2,
      full: () => problem('history.busy'),
      tooMany: () => problem('history.too-many', { most: 2 }),
    });
  });

  const holder = (account: string, unreadMs = 0): Holder => ({
    account,
    unreadMs: () => unreadMs,
    giveWay: () => void gone.push(`${account} ${unreadMs}`),
  });
  const all = (unreadMs: (n: number) => number): void =>
    [...'aabbccdd'].forEach((account, n) => places.take(holder(account, unreadMs(n))));

  it('are given, where all are taken, by who has left its own unread longest, one each time', () => {
    all((n) => (n === 3 ? 20_000 : 10_000 + n));
    places.take(holder('e'));
    expect(gone).toEqual(['b 20000']);
    places.take(holder('e'));
    expect(gone).toEqual(['b 20000', 'd 10007']);
  });

  it('are taken from nobody who reads', () => {
    all(() => 4_999);
    expect(() => places.take(holder('e'))).toThrow('history.busy');
    expect(gone).toEqual([]);
  });

  it('of an account are given by itself, whoever else leaves theirs unread', () => {
    places.take(holder('a', 6_000));
    places.take(holder('a', 7_000));
    places.take(holder('b', 8_000));
    places.take(holder('a'));
    expect(gone).toEqual(['a 7000']);
  });

  it('of an account that reads are no more than its own', () => {
    const leave = places.take(holder('a'));
    places.take(holder('a'));
    expect(() => places.take(holder('a'))).toThrow('history.too-many');
    leave();
    places.take(holder('a'));
    expect(gone).toEqual([]);
  });

  it('are left once, also by who gave way before', () => {
    const leave = places.take(holder('a', 9_000));
    places.take(holder('a'));
    places.take(holder('a'));
    leave();
    expect(() => places.take(holder('a'))).toThrow('history.too-many');
  });
});
