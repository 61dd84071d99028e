import type { Clock } from '@panshi/async';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK } from '@panshi/service-kit';
import { chinaDay } from '@panshi/kernel';
import { problem } from '../problem/refused.ts';

/** Pictures of an account in a day of China, counted by each gateway for itself. */
const mostADay = 500;

/** Counts the pictures that accounts upload. */
@Injectable()
export class DailyQuota {
  #day = '';
  readonly #counts = new Map<string, number>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @throws {ProblemError} `picture.quota` */
  take(account: string): void {
    const day = chinaDay(new Date(this.clock.now()).toISOString());
    if (day !== this.#day) this.#counts.clear();
    this.#day = day;
    const count = (this.#counts.get(account) ?? 0) + 1;
    if (count > mostADay) throw problem('picture.quota', { most: mostADay }, { retryAfterSeconds: 3600 });
    this.#counts.set(account, count);
  }
}
