import { describe, expect, it } from '@jest/globals';
import { holderOf } from './holder.ts';

const point = (x: number, y: number) => ({ lon: x / 1e6, lat: y / 1e6 });
const square = (name: string, west: number, south: number) => ({
  name,
  ring: [point(west, south), point(west + 10, south), point(west + 10, south + 10), point(west, south + 10)],
});
const squares = [square('a', 0, 0), square('b', 10, 0), square('c', 0, 10)];
const holder = (x: number, y: number): string | undefined => holderOf(squares, point(x, y))?.name;

describe('who holds a place', () => {
  it('is one alone, inside and on every border', () => {
    expect([holder(5, 5), holder(10, 5), holder(5, 10), holder(0, 0)]).toEqual(['a', 'b', 'c', 'a']);
    expect([holder(20, 5), holder(15, 10), holder(20, 10), holder(20, 0), holder(10, 15), holder(10, 10)]).toEqual([
      'b',
      'b',
      'b',
      'b',
      'c',
      'a',
    ]);
  });

  it('is nobody outside, however near', () =>
    expect([holder(21, 5), holder(15, 11), holder(-1, 0), holder(11, 11)]).toEqual(Array(4).fill(undefined)));
});
