import type { Position } from '@panshi/event-store';

interface Waiter {
  readonly position: Position;
  readonly wake: (reached: boolean) => void;
}

/** Lets many wait until something has passed a position. */
export class Milestones {
  readonly #waiting = new Set<Waiter>();

  /** Whether the position was reached before the deadline (epoch milliseconds). */
  reached(position: Position, deadline: number): Promise<boolean> {
    return new Promise((resolve) => {
      const waiter: Waiter = {
        position,
        wake: (reached) => {
          clearTimeout(timer);
          this.#waiting.delete(waiter);
          resolve(reached);
        },
      };
      const timer = setTimeout(() => waiter.wake(false), Math.max(0, deadline - Date.now()));
      this.#waiting.add(waiter);
    });
  }

  /** Nothing will be reached any more. */
  giveUp(): void {
    for (const waiter of [...this.#waiting]) waiter.wake(false);
  }

  reach(position: Position): void {
    for (const waiter of [...this.#waiting]) if (waiter.position <= position) waiter.wake(true);
  }
}
