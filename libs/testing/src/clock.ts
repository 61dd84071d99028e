import { type Clock, systemClock } from '@panshi/async';

/** A clock that stands still until told: tests jump hours ahead instead of sleeping. Who sleeps sleeps in real time. */
export interface FakeClock extends Clock {
  set(instant: string): void;
  advance(milliseconds: number): void;
}

export const fakeClock = (start = '2026-03-02T01:00:00.000Z'): FakeClock => {
  let at = Date.parse(start);
  return {
    ...systemClock,
    now: () => at,
    set: (instant) => {
      at = Date.parse(instant);
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
};
