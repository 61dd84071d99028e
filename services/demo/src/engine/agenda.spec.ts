import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Agenda } from './agenda.ts';

describe('the agenda', () => {
  it('gives what was entered in order of time, and of entry where times are equal', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20)), fc.nat(20), (times, until) => {
        const agenda = new Agenda<number>();
        times.forEach((at, i) => agenda.enter(at, i));
        const taken: number[] = [];
        for (let next = agenda.take(until); next; next = agenda.take(until)) taken.push(next.what);
        const due = [...times.keys()].filter((i) => times[i]! <= until);
        expect(taken).toEqual(due.sort((a, b) => times[a]! - times[b]! || a - b));
      }),
    );
  });
});
